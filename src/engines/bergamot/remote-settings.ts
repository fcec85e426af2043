import { z } from "zod";
import { withoutEnd } from "../../text/ends.js";
import { protocolError } from "../http.js";
import { MODEL_PARTS } from "./models.js";
import { type FetchOptions, fetchJson, type RemoteFile } from "./remote.js";

/** A file of a model, as a record of Firefox's Remote Settings has it; the newer collection packs its files. */
const recordSchema = z.object({
  fromLang: z.string().optional(),
  toLang: z.string().optional(),
  sourceLanguage: z.string().optional(),
  targetLanguage: z.string().optional(),
  version: z.string(),
  fileType: z.string(),
  /** Not empty: for some builds of Firefox only. */
  filter_expression: z.string().optional(),
  decompressedHash: z.string().optional(),
  attachment: z.object({ hash: z.string(), location: z.string() }),
});
type Record = z.infer<typeof recordSchema>;

const rootSchema = z.object({ capabilities: z.object({ attachments: z.object({ base_url: z.string() }) }) });

/** Whether a list is the records of a collection. */
export function isCollection(list: unknown): list is { data: unknown[] } {
  return typeof list === "object" && list !== null && Array.isArray((list as { data?: unknown }).data);
}

/** The files of the newest whole Chinese–English model among the records of a collection, each with its SHA-256. */
export async function readCollection(
  url: string,
  { data }: { data: unknown[] },
  options: FetchOptions,
): Promise<RemoteFile[]> {
  const records = data.flatMap((record) => recordSchema.safeParse(record).data ?? []).filter(isWanted);
  const versions = [...new Set(records.map(({ version }) => version))].sort(byVersion);
  const whole = versions
    .map((version) => records.filter((record) => record.version === version))
    .findLast((files) => files.some(({ fileType }) => fileType === "model") && files.length >= 3);
  if (!whole) return [];
  // Where the files are is told by the root of the server.
  const root = rootSchema.safeParse(await fetchJson(`${url.slice(0, url.indexOf("/buckets/"))}/`, options));
  if (!root.success) throw protocolError("bergamot", "no word of where its files are", root.error);
  const base = `${withoutEnd(root.data.capabilities.attachments.base_url, "/")}/`;
  return MODEL_PARTS.flatMap((part) => {
    const record = whole.find(({ fileType }) => fileType === part);
    if (!record) return [];
    const { decompressedHash, attachment } = record;
    return [{ part, url: new URL(attachment.location, base).href, sha256: decompressedHash ?? attachment.hash }];
  });
}

function isWanted({ fromLang, toLang, sourceLanguage, targetLanguage, filter_expression }: Record): boolean {
  return (
    /^zh(-Hans)?$/.test(fromLang ?? sourceLanguage ?? "") && (toLang ?? targetLanguage) === "en" && !filter_expression
  );
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
