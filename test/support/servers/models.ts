import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { TinyModel } from "../tiny-model/index.js";
import { type Answer, type Seen, startLoopback } from "./loopback.js";

/** What is at other places of a model's list than the documented one. */
export interface ModelsOptions {
  /** Instead of the SHA-256 of the weights. */
  hash?: string;
  /** Whether files have an ETag, without which nothing can be taken up again. */
  hasEtags?: boolean;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Mozilla's bucket: a list of models and their packed files, which may be asked for in part. */
export async function startModels(model: TinyModel, { hash, hasEtags = true }: ModelsOptions = {}) {
  const files = new Map<string, Buffer>();
  const put = (name: string, bytes: Buffer) => files.set(`/bucket/${name}`, gzipSync(bytes));
  const bin = { path: "m/model.zhen.intgemm.alphas.bin.gz", uncompressedSize: model.model.length };
  const weights = { ...bin, uncompressedHash: hash ?? sha256(model.model) };
  put(weights.path, model.model);
  put("m/lex.50.50.zhen.s2t.bin.gz", model.lex);
  put("m/vocab.zhen.spm.gz", model.vocab);
  const list = (url: string) => ({
    generated: "2026-01-01",
    baseUrl: `${url}/bucket`,
    models: {
      "en-zh": [],
      "zh-en": [
        { architecture: "tiny", releaseStatus: "Nightly", files: { model: { path: "m/nightly.bin.gz" } } },
        { architecture: "base", releaseStatus: "Release Android", files: { model: { path: "m/android.bin.gz" } } },
        {
          architecture: "base-memory",
          releaseStatus: "Release",
          files: {
            model: weights,
            lexicalShortlist: { path: "m/lex.50.50.zhen.s2t.bin.gz" },
            vocab: { path: "m/vocab.zhen.spm.gz" },
          },
        },
      ],
    },
  });
  // Remote Settings: records for each file, and the root that says where files are. Here they are not packed.
  const record = (fileType: string, version: string, bytes: Buffer, more = {}) => {
    const location = `rs/${fileType}-${version}`;
    files.set(`/bucket/${location}`, bytes);
    const attachment = { hash: hash ?? sha256(bytes), size: bytes.length, location, filename: "x", mimetype: "y" };
    return { name: "x", fromLang: "zh-Hans", toLang: "en", version, fileType, attachment, ...more };
  };
  const records = [
    record("model", "1.10", model.model),
    record("lex", "1.10", model.lex),
    record("vocab", "1.10", model.vocab),
    record("model", "1.9", Buffer.from("old")),
    record("lex", "1.9", Buffer.from("old")),
    record("vocab", "1.9", Buffer.from("old")),
    record("model", "2.0a1", Buffer.from("android"), { filter_expression: "env.appinfo.OS == 'Android'" }),
    record("model", "3.0", Buffer.from("not whole")),
    record("model", "4.0", Buffer.from("English to Chinese"), { fromLang: "en", toLang: "zh-Hans" }),
    { id: "of another shape" },
  ];
  const server = await startLoopback(({ path, headers }: Seen): Answer => {
    if (path === "/v1/buckets/main/collections/models/records") return { body: { data: records } };
    if (path === "/v1/") return { body: { capabilities: { attachments: { base_url: `${server.url}/bucket/` } } } };
    if (path === "/db/models.json") return { body: list(server.url) };
    const bytes = files.get(path);
    if (!bytes) return { status: 404, body: "No such object" };
    const etag = `"${sha256(bytes).slice(0, 16)}"`;
    const tags: Record<string, string> = hasEtags ? { etag } : {};
    const type = { "content-type": "application/octet-stream", ...tags };
    const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    if (start === 0 || headers["if-range"] !== etag) return { headers: type, body: bytes };
    if (start >= bytes.length) return { status: 416, headers: { "content-range": `bytes */${bytes.length}` } };
    const range = { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
    return { status: 206, headers: { ...type, ...range }, body: bytes.subarray(start) };
  });
  return {
    ...server,
    files,
    list: `${server.url}/db/models.json`,
    records: `${server.url}/v1/buckets/main/collections/models/records`,
  };
}
