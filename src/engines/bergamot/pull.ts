import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { EngineError } from "../../errors.js";
import { aborted } from "./download.js";
import { modelsFolder } from "./folder.js";
import { locked } from "./lock.js";
import {
  fileSchema,
  filesOf,
  type Manifest,
  type ModelFile,
  type ModelPart,
  pairFolder,
  readManifest,
  readModel,
  sha256Of,
} from "./models.js";
import { putInPlace } from "./place.js";
import { MOZILLA_REGISTRY } from "./registry.js";
import { folderOf, localParts, type Part, remoteParts } from "./sources.js";
import { storageError } from "./storage.js";

/** How far a download is. */
export interface PullProgress {
  /** The part of the model: `model`, `lex`, `vocab`, `srcvocab` or `trgvocab`. */
  part: ModelPart;
  /** Bytes that are there. */
  received: number;
  /** How many bytes there will be, where the server says so. */
  total: number | undefined;
}

/** How a model is fetched. */
export interface PullOptions {
  /** The folder of the models. Default: `modelsFolder()`. */
  folder?: string | undefined;
  /**
   * Where the files are from: a folder that holds them, packed or not, or the address of a list of models: one like
   * Mozilla's `models.json`, or the records of a collection in Firefox's Remote Settings. Default: Mozilla's.
   */
  from?: string | URL | undefined;
  /** Told of every piece that arrives. */
  onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Stops the download; the next call goes on from there. */
  signal?: AbortSignal | undefined;
  /** How often a download that broke off is taken up again. Default 4. */
  retries?: number | undefined;
  /** The wait before that, in milliseconds, doubled each time. Default 1,000. */
  retryDelayMs?: number | undefined;
  /** How requests are made. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** A model that is in its place. */
export interface PulledModel {
  /** Where it is. */
  folder: string;
  /** Where it came from. */
  source: string;
  /** Its files, with their sizes and SHA-256. */
  files: ModelFile[];
  /** False where it was there already, whole and the same. */
  isNew: boolean;
}

/**
 * Fetches the Chinese–English model of Firefox's engine: downloads its files, goes on where an earlier download broke
 * off, unpacks and checks them, and puts them into their place when all are right. One that comes while another fetches
 * into the same folder waits for it.
 *
 * Mozilla's `models.json` has the SHA-256 of the weights alone; of the smaller files the packing's own checksum and the
 * size are checked. Remote Settings have it for each file. What is stored is remembered by SHA-256, and checked again whenever the engine loads it.
 *
 * @throws EngineError `engine-failed` where it cannot be stored, `engine-unavailable`, `model-damaged`, `model-missing`, `aborted`; ArgumentError where `from` is neither.
 */
export async function pullModels(options: PullOptions = {}): Promise<PulledModel> {
  try {
    return await pull(options);
  } catch (error) {
    throw storageError(error) ?? error;
  }
}

async function pull(options: PullOptions): Promise<PulledModel> {
  const folder = pairFolder(resolve(options.folder ?? modelsFolder()));
  const staging = `${folder}.part`;
  const from = String(options.from ?? MOZILLA_REGISTRY);
  const isRemote = /^https?:/.test(from);
  const { id, parts, config } = isRemote ? await remoteParts(from, staging, options) : await localParts(from);
  const source = isRemote ? from : resolve(folderOf(from));
  const present = async (): Promise<PulledModel | undefined> => {
    const stored = await presentFiles(folder, id);
    return stored && { folder, source, files: filesOf(stored), isNew: false };
  };
  const fetched = async (): Promise<PulledModel> => {
    await mkdir(staging, { recursive: true });
    const files: Manifest["files"] = {};
    for (const part of parts) files[part.part] = await store(staging, part, options.signal);
    await putInPlace(folder, staging, { from: "zh", to: "en", source, ...(id ? { id } : {}), config, files });
    return { folder, source, files: filesOf(files), isNew: true };
  };
  const { signal } = options;
  try {
    return (await present()) ?? (await locked(`${folder}.lock`, signal, async () => (await present()) ?? fetched()));
  } catch (error) {
    throw signal?.aborted ? aborted(signal) : error;
  }
}

/** The files of the model that is in its place, where it is whole and from the same entry of a list. */
async function presentFiles(folder: string, id: string | undefined): Promise<Manifest["files"] | undefined> {
  if (id === undefined) return undefined;
  try {
    const manifest = await readManifest(folder);
    if (manifest.id !== id) return undefined;
    await readModel(folder);
    return manifest.files;
  } catch {
    return undefined;
  }
}

const EXTENSIONS: Record<ModelPart, string> = {
  model: "bin",
  lex: "bin",
  vocab: "spm",
  srcvocab: "spm",
  trgvocab: "spm",
};

/** How much of its SHA-256 a file is named after: two that differ never have one name. */
const NAME_DIGITS = 12;

/** Unpacks, checks and stores one file. */
async function store(staging: string, part: Part, signal: AbortSignal | undefined): Promise<ModelFile> {
  if (signal?.aborted) throw aborted(signal);
  const stored = part.mark === undefined ? undefined : await storedBefore(staging, part.mark);
  if (stored) return stored;
  const bytes = await part.bytes();
  const wrong = async (how: string, cause?: unknown) => {
    await part.discard();
    return new EngineError("model-damaged", `The ${part.part} that came ${how}. Fetch it again.`, {
      engine: "bergamot",
      facts: { part: part.part },
      cause,
    });
  };
  const unpacked = await unpack(bytes).catch(async (error: unknown) => {
    if (error instanceof EngineError) throw error;
    throw await wrong("cannot be unpacked", error);
  });
  if (part.size !== undefined && unpacked.length !== part.size) {
    throw await wrong(`has ${unpacked.length} bytes instead of ${part.size}`);
  }
  const sha256 = sha256Of(unpacked);
  if (part.sha256 !== undefined && sha256 !== part.sha256.toLowerCase()) {
    throw await wrong(`has the SHA-256 ${sha256} instead of ${part.sha256}`);
  }
  const name = `${part.part}.${sha256.slice(0, NAME_DIGITS)}.${EXTENSIONS[part.part]}`;
  const file = { name, size: unpacked.length, sha256 };
  await writeFile(join(staging, name), unpacked);
  if (part.mark !== undefined) await writeFile(part.mark, JSON.stringify(file));
  await part.discard();
  return file;
}

/** What a pull that broke off later had stored, where it is still whole. */
async function storedBefore(staging: string, mark: string): Promise<ModelFile | undefined> {
  try {
    const file = fileSchema.parse(JSON.parse(await readFile(mark, "utf8")));
    return sha256Of(await readFile(join(staging, file.name))) === file.sha256 ? file : undefined;
  } catch {
    return undefined;
  }
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
type Unpack = (bytes: Buffer, done: (error: Error | null, unpacked: Buffer) => void) => void;

/** Unpacks what is packed: gzip, and zstd where Node has it. */
async function unpack(bytes: Buffer): Promise<Buffer> {
  if (bytes.subarray(0, GZIP.length).equals(GZIP)) return promisify(zlib.gunzip)(bytes);
  if (!bytes.subarray(0, ZSTD.length).equals(ZSTD)) return bytes;
  const { zstdDecompress } = zlib as { zstdDecompress?: Unpack };
  if (zstdDecompress) return promisify(zstdDecompress)(bytes);
  throw new EngineError("model-damaged", "The files are packed with zstd, for which it takes Node 22.15 or later.", {
    engine: "bergamot",
  });
}
