import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { EngineError } from "../../errors.js";

/** The parts of a model: weights, shortlist, and one vocabulary or one for each language. */
export const MODEL_PARTS = ["model", "lex", "vocab", "srcvocab", "trgvocab"] as const satisfies readonly ModelPart[];
/** A part of a model, by name. */
export type ModelPart = "model" | "lex" | "vocab" | "srcvocab" | "trgvocab";

/** A file of a model, as it lies in the folder. */
export const fileSchema: z.ZodType<ModelFile> = z.object({
  name: z.string().regex(/^[\w.-]+$/),
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
/** A file of a model. */
export interface ModelFile {
  /** Its name in the folder. */
  name: string;
  /** Its size in bytes. */
  size: number;
  /** Its SHA-256 in hexadecimal. */
  sha256: string;
}

/** What `manifest.json` in the folder of a model says. */
export const manifestSchema = z.object({
  from: z.literal("zh"),
  to: z.literal("en"),
  /** Where the files are from: an address or a folder. */
  source: z.string(),
  /** The same for the same files of a list of models; a model from a folder has none. */
  id: z.string().optional(),
  /** Settings for the engine, beside its own. */
  config: z.record(z.string(), z.unknown()),
  files: z.partialRecord(z.enum(MODEL_PARTS), fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A model as the engine takes it; the buffers are handed over and cannot be used again. */
export interface ModelBuffers {
  /** The same for the same files and settings. */
  id: string;
  model: ArrayBuffer;
  /** Empty where there is none. */
  shortlist: ArrayBuffer;
  vocabs: ArrayBuffer[];
  config: Record<string, unknown>;
}

/** The files of a model, in the order of `MODEL_PARTS`. */
export function filesOf(files: Manifest["files"]): ModelFile[] {
  return MODEL_PARTS.flatMap((part) => files[part] ?? []);
}

/** The folder of the Chinese–English model in the folder of the models. */
export function pairFolder(folder: string): string {
  return join(folder, "zh-en");
}

/**
 * Reads a model and checks every byte of it: the engine would take a damaged one and translate nonsense. Where another
 * model comes into its place meanwhile, that is read.
 *
 * @throws EngineError `model-missing`, `model-damaged`, each with what to run.
 */
export async function readModel(folder: string): Promise<ModelBuffers> {
  const manifest = await readManifest(folder);
  try {
    return await readFiles(folder, manifest);
  } catch (error) {
    const now = await readManifest(folder);
    if (JSON.stringify(now) === JSON.stringify(manifest)) throw error;
    return readFiles(folder, now);
  }
}

async function readFiles(folder: string, manifest: Manifest): Promise<ModelBuffers> {
  const { files, config } = manifest;
  const read = async (part: ModelPart) => {
    const file = files[part];
    return file && ownBuffer(await readChecked(folder, file));
  };
  const [model, shortlist, ...vocabs] = await Promise.all(MODEL_PARTS.map(read));
  const given = vocabs.filter((vocab) => vocab !== undefined);
  if (!model || given.length === 0) throw damaged(folder, "manifest.json", "names no model, or no vocabulary");
  return { id: modelId(manifest), model, shortlist: shortlist ?? new ArrayBuffer(0), vocabs: given, config };
}

/** What tells a model from others: twelve hexadecimal digits for its files and its settings. */
export function modelId({ files, config }: Pick<Manifest, "files" | "config">): string {
  const identity = [MODEL_PARTS.map((part) => files[part]?.sha256 ?? ""), config];
  return sha256Of(Buffer.from(JSON.stringify(identity))).slice(0, 12);
}

/** The `modelId` of the model in a folder, at once; undefined where there is none. */
export function modelIdIn(folder: string): string | undefined {
  try {
    return modelId(manifestSchema.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))));
  } catch {
    return undefined;
  }
}

/** Reads what a folder says of its model. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, "manifest.json"), "utf8");
  } catch (cause) {
    throw new EngineError(
      "model-missing",
      `There is no Chinese–English model in ${folder}. Run: npx not-millet models pull (or set NOT_MILLET_MODELS to where one is).`,
      { engine: "bergamot", fatal: true, facts: { folder }, cause },
    );
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(folder, "manifest.json", "is not what it should be", cause);
  }
}

async function readChecked(folder: string, { name, size, sha256 }: ModelFile): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, name));
  } catch (cause) {
    throw damaged(folder, name, "cannot be read", cause);
  }
  if (bytes.length !== size) throw damaged(folder, name, `has ${bytes.length} bytes instead of ${size}`);
  if (sha256Of(bytes) !== sha256) throw damaged(folder, name, "has another SHA-256 than when it was stored");
  return bytes;
}

function damaged(folder: string, name: string, how: string, cause?: unknown): EngineError {
  return new EngineError(
    "model-damaged",
    `The model in ${folder} is damaged: ${name} ${how}. Run: npx not-millet models pull`,
    { engine: "bergamot", fatal: true, facts: { folder, file: name }, cause },
  );
}

/** The SHA-256 of some bytes, in hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A copy that owns its memory, which small buffers of Node do not. */
function ownBuffer(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
