import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bergamot, type PullOptions, type PullProgress, pullModels } from "../../src/engines/bergamot/index.js";
import { readModel, sha256Of } from "../../src/engines/bergamot/models.js";
import { type ProcessName, thisProcess } from "../../src/processes.js";
import { type ModelsOptions, startModels } from "../support/servers/models.js";
import { makeTinyModel } from "../support/tiny-model/index.js";

const model = makeTinyModel();
/** A file as it lies in its place: named after what is in it. */
const stored = (part: string, bytes: Buffer, extension: string) => ({
  name: `${part}.${sha256Of(bytes).slice(0, 12)}.${extension}`,
  size: bytes.length,
  sha256: sha256Of(bytes),
});
const WEIGHTS = stored("model", model.model, "bin");
const SHORTLIST = stored("lex", model.lex, "bin");
const VOCABULARY = stored("vocab", model.vocab, "spm");
const FILES = [SHORTLIST.name, "manifest.json", WEIGHTS.name, VOCABULARY.name];

let folder: string;
let server: Awaited<ReturnType<typeof startModels>>;
const start = async (options: ModelsOptions = {}) => {
  server = await startModels(model, options);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-pull-"));
  return start();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const pull = (options: PullOptions = {}) => pullModels({ folder, from: server.list, retryDelayMs: 1, ...options });
const downloads = (name = "") => server.seen.filter(({ path }) => path.startsWith("/bucket/") && path.includes(name));
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("pullModels from a list of models", () => {
  it("fetches the released files, unpacks them, and says what they are", async () => {
    const pulled = await pull();
    expect(pulled).toEqual({
      folder: join(folder, "zh-en"),
      source: server.list,
      isNew: true,
      files: [WEIGHTS, SHORTLIST, VOCABULARY],
    });
    expect(readdirSync(folder)).toEqual(["zh-en"]);
    expect(readdirSync(pulled.folder).sort()).toEqual(FILES);
    const engine = bergamot({ folder });
    expect(await engine.translate([{ text: "你好", terms: [] }], { from: "zh", to: "en" })).toEqual(["hello"]);
    await engine.close?.();
  });

  it("fetches nothing that is there, whole and the same", async () => {
    await pull();
    const before = downloads().length;
    expect(await pull()).toMatchObject({ isNew: false, files: [WEIGHTS, {}, {}] });
    expect(downloads()).toHaveLength(before);
  });

  it("fetches anew what was damaged since", async () => {
    const { folder: pair } = await pull();
    writeFileSync(join(pair, VOCABULARY.name), "damaged");
    expect(await pull()).toMatchObject({ isNew: true });
    await readModel(pair);
  });

  it("tells how far it is", async () => {
    const heard: PullProgress[] = [];
    await pull({ onProgress: (progress) => heard.push(progress) });
    expect([...new Set(heard.map(({ part }) => part))]).toEqual(["model", "lex", "vocab"]);
    for (const part of ["model", "lex", "vocab"]) {
      const last = heard.filter((progress) => progress.part === part).at(-1)!;
      expect(last.received).toBe(last.total);
    }
  });

  it("goes on where the line broke", async () => {
    server.faults.push({ body: JSON.parse(await (await fetch(server.list)).text()) }, "cut");
    await pull();
    const [first, second, ...more] = downloads("model");
    expect(more).toEqual([]);
    expect(first!.headers.range).toBeUndefined();
    expect(second!.headers).toMatchObject({ range: expect.stringMatching(/^bytes=[1-9]\d*-$/) });
  });

  it("goes on where an earlier call stopped, and fetches no finished file again", async () => {
    const list = { body: JSON.parse(await (await fetch(server.list)).text()) };
    const whole = (name: string) => ({ body: server.files.get(`/bucket/m/${name}`)! });
    server.faults.push(list, whole("model.zhen.intgemm.alphas.bin.gz"), "cut");
    expect(await rejection(pull({ retries: 0 }))).toMatchObject({ code: "engine-unavailable" });
    expect(existsSync(join(folder, "zh-en"))).toBe(false);
    server.seen.length = 0;
    await pull();
    expect(downloads().map(({ path, headers }) => [path.split("/").at(-1), headers.range !== undefined])).toEqual([
      ["lex.50.50.zhen.s2t.bin.gz", true],
      ["vocab.zhen.spm.gz", false],
    ]);
    await readModel(join(folder, "zh-en"));
  });

  it("begins anew where the file changed since", async () => {
    const list = { body: JSON.parse(await (await fetch(server.list)).text()) };
    server.faults.push(list, { headers: { etag: '"old"' }, body: Buffer.alloc(5000, 7), isCut: true });
    expect(await rejection(pull({ retries: 0 }))).toMatchObject({ code: "engine-unavailable" });
    await pull();
    expect(downloads("model")[1]!.headers).toMatchObject({ "if-range": '"old"' });
    await readModel(join(folder, "zh-en"));
  });

  it("begins anew where the server knows no parts", async () => {
    await server.close();
    await start({ hasEtags: false });
    server.faults.push({ body: JSON.parse(await (await fetch(server.list)).text()) }, "cut");
    await pull();
    expect(downloads("model").map(({ headers }) => headers.range)).toEqual([undefined, undefined]);
    await readModel(join(folder, "zh-en"));
  });

  it("never keeps weights with another SHA-256 than the list's, and fetches them whole the next time", async () => {
    await server.close();
    await start({ hash: "0".repeat(64) });
    expect(await rejection(pull())).toMatchObject({
      code: "model-damaged",
      message: expect.stringContaining(`${sha256Of(model.model)} instead of ${"0".repeat(64)}`),
    });
    expect(existsSync(join(folder, "zh-en"))).toBe(false);
    await rejection(pull());
    expect(downloads("model").map(({ headers }) => headers.range)).toEqual([undefined, undefined]);
  });

  it("leaves the model in its place until the next one is whole", async () => {
    const { folder: pair } = await pull();
    await server.close();
    await start({ hash: "0".repeat(64) });
    await rejection(pull());
    await readModel(pair);
  });

  it("puts the next one beside it, so that who reads meanwhile reads the one or the other", async () => {
    const { folder: pair } = await pull();
    const other = { ...model, lex: Buffer.concat([model.lex, Buffer.from([0])]) };
    const from = mkdtempSync(join(folder, "next"));
    for (const [name, bytes] of Object.entries({
      "model.bin": other.model,
      "lex.bin": other.lex,
      "vocab.spm": other.vocab,
    }))
      writeFileSync(join(from, name), bytes);
    const known = new Set<string>();
    let isDone = false;
    const reading = (async () => {
      while (!isDone) known.add((await readModel(pair)).id);
    })();
    for (let i = 0; i < 5; i++) {
      await pull({ from });
      await pull();
    }
    isDone = true;
    await reading;
    expect(known.size).toBe(2);
    expect(readdirSync(pair).sort()).toEqual(FILES);
  });

  it.each<[string, Buffer]>([
    ["an error page", Buffer.from("<html>")],
    ["half a file", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1])],
    ["nothing", Buffer.alloc(0)],
  ])("does not take %s for a model", async (_, bytes) => {
    server.files.set("/bucket/m/model.zhen.intgemm.alphas.bin.gz", bytes);
    expect(await rejection(pull())).toMatchObject({ code: "model-damaged" });
    expect(existsSync(join(folder, "zh-en"))).toBe(false);
  });

  it("fetches once where two fetch into one folder at once", async () => {
    const [one, two] = await Promise.all([pull(), pull()]);
    expect([one.isNew, two.isNew].sort()).toEqual([false, true]);
    expect(one.files).toEqual(two.files);
    expect(downloads()).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(["zh-en"]);
  });

  it("waits for a process that fetches, and takes over from one that was killed", async () => {
    const lock = join(folder, "zh-en.lock");
    writeFileSync(lock, "");
    expect(await rejection(pull({ signal: AbortSignal.timeout(300) }))).toMatchObject({ code: "aborted" });
    expect(downloads()).toEqual([]);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    const pulled = await Promise.all([pull(), pull()]);
    expect(pulled.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(readdirSync(folder)).toEqual(["zh-en"]);
  });

  it.each<[what: string, holder: (self: ProcessName) => ProcessName]>([
    ["that has ended", (self) => ({ ...self, pid: 2 ** 22 + 1 })],
    ["whose number another one has now", (self) => ({ ...self, began: "0" })],
  ])("takes over at once from a process of this machine %s", async (_, holder) => {
    writeFileSync(join(folder, "zh-en.lock"), JSON.stringify(holder(thisProcess())));
    expect(await pull({ signal: AbortSignal.timeout(5000) })).toMatchObject({ isNew: true });
    expect(readdirSync(folder)).toEqual(["zh-en"]);
  });

  it.each<[what: string, holder: (self: ProcessName) => ProcessName]>([
    ["this process", (self) => self],
    ["a process of another machine", (self) => ({ ...self, pid: 1, host: "elsewhere.invalid" })],
  ])("waits for %s", async (_, holder) => {
    writeFileSync(join(folder, "zh-en.lock"), JSON.stringify(holder(thisProcess())));
    expect(await rejection(pull({ signal: AbortSignal.timeout(300) }))).toMatchObject({ code: "aborted" });
    expect(downloads()).toEqual([]);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const stopped = pull({ signal: controller.signal, onProgress: () => controller.abort() });
    expect(await rejection(stopped)).toMatchObject({ code: "aborted" });
    expect(await rejection(pull({ signal: AbortSignal.abort() }))).toMatchObject({ code: "aborted" });
    await pull();
  });

  it.each<[string, Parameters<typeof server.faults.push>[0], object]>([
    ["is not there", { status: 404, body: "x" }, { code: "engine-failed", message: expect.stringContaining("`from`") }],
    ["is down", { status: 503, body: "x" }, { code: "engine-unavailable" }],
    ["is an HTML page", { body: "<html>" }, { code: "engine-protocol" }],
    ["has another shape", { body: { other: [] } }, { code: "engine-protocol" }],
    ["has no records", { body: { data: [] } }, { code: "model-missing" }],
    ["has no such model", { body: { models: { "en-zh": [] } } }, { code: "model-missing" }],
    ["breaks off", "cut", { code: "engine-unavailable" }],
  ])("says so where the list %s", async (_, fault, expected) => {
    server.faults.push(fault);
    expect(await rejection(pull())).toMatchObject({ name: "EngineError", ...expected });
  });

  it.each<[string, (path: string) => void]>([
    ["is under a file", (path) => writeFileSync(path, "")],
    [
      "has a folder where a file goes",
      (path) => mkdirSync(join(path, "zh-en.part", "manifest.json"), { recursive: true }),
    ],
  ])("says so where its place %s, and does not blame the server", async (_, prepare) => {
    const place = join(folder, "place");
    prepare(place);
    expect(await rejection(pull({ folder: place }))).toMatchObject({
      code: "engine-failed",
      message: expect.stringMatching(/cannot be stored: E\w+.*`folder`/),
    });
  });

  it("does not try again what the disk refuses", async () => {
    const full = async (...args: Parameters<typeof fetch>) => {
      const response = await fetch(...args);
      // The folder that the file is being written into goes away under it.
      if (String(args[0]).includes("/bucket/")) rmSync(join(folder, "zh-en.part"), { recursive: true });
      return response;
    };
    expect(await rejection(pull({ fetch: full }))).toMatchObject({
      message: expect.stringContaining("cannot be stored"),
    });
    expect(downloads()).toHaveLength(1);
  });

  it("says so where a file is not there", async () => {
    server.files.delete("/bucket/m/vocab.zhen.spm.gz");
    expect(await rejection(pull())).toMatchObject({ code: "engine-failed", facts: { status: 404 } });
  });
});

describe("pullModels from Remote Settings", () => {
  it("fetches the newest whole model for every Firefox, and checks each file", async () => {
    expect(await pull({ from: server.records })).toMatchObject({ source: server.records, isNew: true });
    expect(downloads().map(({ path }) => path)).toEqual(
      ["model", "lex", "vocab"].map((part) => `/bucket/rs/${part}-1.10`),
    );
    await readModel(join(folder, "zh-en"));
  });

  it.each(["model", "lex", "vocab"])("never keeps a %s with another SHA-256", async (part) => {
    server.files.set(`/bucket/rs/${part}-1.10`, Buffer.from("something else"));
    expect(await rejection(pull({ from: server.records }))).toMatchObject({ code: "model-damaged", facts: { part } });
    expect(existsSync(join(folder, "zh-en"))).toBe(false);
  });

  it("says what it takes where files are packed with zstd", async () => {
    server.files.set("/bucket/rs/model-1.10", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]));
    expect(await rejection(pull({ from: server.records }))).toMatchObject({ code: "model-damaged" });
  });
});

describe("pullModels from a folder", () => {
  const local = (name: string, files: Record<string, Buffer | string>): string => {
    const from = mkdtempSync(join(folder, name));
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(from, file), bytes);
    return from;
  };
  const names = { "model.zhen.bin": model.model, "lex.zhen.bin": model.lex, "vocab.zhen.spm": model.vocab };

  it.each<[string, (from: string) => string | URL]>([
    ["a path", (from) => from],
    ["an address", (from) => pathToFileURL(from)],
    ["an address as text", (from) => pathToFileURL(from).href],
  ])("takes %s", async (_, form) => {
    await pull({ from: form(local("a b#", names)) });
    expect(server.seen).toEqual([]);
    await readModel(join(folder, "zh-en"));
  });

  it("does not mind another program's manifest", async () => {
    await pull({ from: local("other", { ...names, "manifest.json": "{ not ours" }) });
    await readModel(join(folder, "zh-en"));
  });

  it("takes two vocabularies, one for each language", async () => {
    const { "vocab.zhen.spm": vocab, ...rest } = names;
    await pull({ from: local("two", { ...rest, "srcvocab.zhen.spm": vocab, "trgvocab.zhen.spm": vocab }) });
    expect((await readModel(join(folder, "zh-en"))).vocabs).toHaveLength(2);
  });

  it("takes a model from its place to another machine, and finds what was damaged on the way", async () => {
    const { folder: pair } = await pull();
    const elsewhere = join(folder, "elsewhere");
    await pull({ folder: elsewhere, from: pair });
    await readModel(join(elsewhere, "zh-en"));
    const bytes = readFileSync(join(pair, VOCABULARY.name));
    bytes[100] = bytes[100]! ^ 1;
    writeFileSync(join(pair, VOCABULARY.name), bytes);
    expect(await rejection(pull({ folder: elsewhere, from: pair }))).toMatchObject({ code: "model-damaged" });
    await readModel(join(elsewhere, "zh-en"));
  });

  it.each<[string, Record<string, Buffer | string>]>([
    ["nothing", {}],
    ["no vocabulary", { "model.bin": model.model }],
    ["one vocabulary of two", { "model.bin": model.model, "srcvocab.spm": model.vocab }],
    ["no weights", { "vocab.spm": model.vocab }],
  ])("says what is missing where the folder has %s", async (_, files) => {
    expect(await rejection(pull({ from: local("less", files) }))).toMatchObject({
      code: "invalid-argument",
      message: expect.stringContaining("vocab….spm"),
    });
  });

  it("says so where there is no folder", async () => {
    expect(await rejection(pull({ from: join(folder, "none") }))).toMatchObject({ code: "invalid-argument" });
  });
});
