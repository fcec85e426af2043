import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ArgumentError } from "../../errors.js";
import { discard, download } from "./download.js";
import { type Manifest, MODEL_PARTS, type ModelPart, manifestSchema } from "./models.js";
import type { PullOptions } from "./pull.js";
import { readRegistry } from "./registry.js";
import type { RemoteFile } from "./remote.js";

/** A file on its way: its part, where it is from, and what it must be. */
export interface Part {
  part: ModelPart;
  bytes(): Promise<Buffer>;
  size?: number | undefined;
  sha256?: string | undefined;
  /** The file that says that the part was stored; undefined where that costs as little as looking. */
  mark?: string | undefined;
  /** Called where the bytes are wrong, and when they are stored. */
  discard(): Promise<void>;
}

/** The files of a model, wherever they are from. */
export interface Parts {
  /** The same for the same files; undefined where a folder is read, which is always read anew. */
  id: string | undefined;
  parts: Part[];
  config: Record<string, unknown>;
}

/** The files that a list of models names. */
export async function remoteParts(url: string, staging: string, options: PullOptions): Promise<Parts> {
  const { id, files } = await readRegistry(url, options);
  const parts = files.map((file) => remotePart(file, staging, id, options));
  return { id, parts, config: {} };
}

function remotePart(
  { part, url, size, sha256 }: RemoteFile,
  staging: string,
  id: string,
  { onProgress, signal, retries = 4, retryDelayMs = 1000, fetch }: PullOptions,
): Part {
  // Named after the list's entry, so that the rest of another version is never put behind the beginning of this one.
  const file = join(staging, `${part}-${id.slice(0, 12)}.download`);
  return {
    part,
    mark: join(staging, `${part}-${id.slice(0, 12)}.stored`),
    size,
    sha256,
    bytes: async () => {
      await download(url, file, {
        fetch,
        signal,
        retries,
        retryDelayMs,
        onProgress: (received, total) => onProgress?.({ part, received, total }),
      });
      return readFile(file);
    },
    discard: () => discard(file),
  };
}

/** Names that the files have at Mozilla, and here. */
const NAMES: Record<ModelPart, RegExp> = {
  model: /^model(\..*)?\.bin(\.gz)?$/,
  lex: /^lex(\..*)?\.bin(\.gz)?$/,
  vocab: /^vocab(\..*)?\.spm(\.gz)?$/,
  srcvocab: /^srcvocab(\..*)?\.spm(\.gz)?$/,
  trgvocab: /^trgvocab(\..*)?\.spm(\.gz)?$/,
};

/** The path of a folder that may be given as a `file:` address. */
export function folderOf(from: string): string {
  return from.startsWith("file:") ? fileURLToPath(from) : from;
}

/** The files in a folder, as Mozilla names them or as they lie here. */
export async function localParts(from: string): Promise<Parts> {
  const folder = folderOf(from);
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new ArgumentError(`Cannot read the folder ${folder}.`, { folder }, cause);
  });
  const manifest = names.includes("manifest.json") ? await readLocalManifest(folder) : undefined;
  const parts = MODEL_PARTS.flatMap((part): Part[] => {
    const stored = manifest?.files[part];
    const name = stored && names.includes(stored.name) ? stored.name : names.find((other) => NAMES[part].test(other));
    if (!name) return [];
    return [
      {
        part,
        size: stored?.size,
        sha256: stored?.sha256,
        bytes: () => readFile(join(folder, name)),
        discard: async () => {},
      },
    ];
  });
  const there = new Set(parts.map(({ part }) => part));
  if (!there.has("model") || !(there.has("vocab") || (there.has("srcvocab") && there.has("trgvocab")))) {
    throw new ArgumentError(
      `The folder ${folder} holds no model: it takes a model….bin and a vocab….spm, or a srcvocab….spm and a trgvocab….spm, packed as .gz or not.`,
      { folder, found: names },
    );
  }
  return { id: undefined, parts, config: manifest?.config ?? {} };
}

/** The manifest of a folder, where it is one of ours. */
async function readLocalManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  } catch {
    return undefined;
  }
}
