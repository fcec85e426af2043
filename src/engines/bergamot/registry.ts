import { z } from "zod";
import { EngineError } from "../../errors.js";
import { protocolError, statusError, unavailable } from "../http.js";
import { aborted } from "./download.js";
import { type ModelPart, sha256Of } from "./models.js";

/** Mozilla's list of the models of Firefox Translations. */
export const MOZILLA_REGISTRY =
  "https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json";

/** A file to fetch. */
export interface RemoteFile {
  part: ModelPart;
  url: string;
  /** Of the file when it is unpacked, where the list says so. */
  size?: number | undefined;
  sha256?: string | undefined;
}

/** The model that a list names. */
export interface RemoteModel {
  /** The same for the same files. */
  id: string;
  files: RemoteFile[];
}

const fileSchema = z.object({
  path: z.string(),
  uncompressedSize: z.number().optional(),
  uncompressedHash: z.string().optional(),
});
const modelSchema = z.object({
  architecture: z.string().optional(),
  releaseStatus: z.string().optional(),
  files: z.object({
    model: fileSchema,
    lexicalShortlist: fileSchema.optional(),
    vocab: fileSchema.optional(),
    srcVocab: fileSchema.optional(),
    trgVocab: fileSchema.optional(),
  }),
});
const registrySchema = z.object({
  baseUrl: z.string().optional(),
  models: z.object({ "zh-en": z.array(modelSchema).optional() }),
});

/** What the parts are called in the list. */
const PARTS = {
  model: "model",
  lex: "lexicalShortlist",
  vocab: "vocab",
  srcvocab: "srcVocab",
  trgvocab: "trgVocab",
} as const;

/** Architectures in the order in which Firefox on desktops prefers them. */
const ARCHITECTURES = ["base-memory", "base", "tiny"];

/** Reads a list of models, and chooses the released Chinese–English one. */
export async function readRegistry(
  url: string,
  { fetch: get = fetch, signal }: { fetch?: typeof fetch | undefined; signal?: AbortSignal | undefined },
): Promise<RemoteModel> {
  const settings = "the network, or `from` (`--from`)";
  let text: string;
  try {
    const response = await get(url, signal ? { signal } : {});
    text = await response.text();
    if (!response.ok) throw statusError({ engine: "bergamot", status: response.status, reason: "", settings });
  } catch (error) {
    if (signal?.aborted) throw aborted(signal);
    if (error instanceof EngineError) throw error;
    throw unavailable("bergamot", url, settings, error);
  }
  const registry = parseRegistry(text);
  const [best] = (registry.models["zh-en"] ?? [])
    .filter(({ releaseStatus = "Release" }) => releaseStatus.startsWith("Release"))
    .sort((a, b) => rankOf(a) - rankOf(b));
  if (!best) {
    throw new EngineError("model-missing", `The list at ${url} names no released model from Chinese to English.`, {
      engine: "bergamot",
      facts: { url },
    });
  }
  const base = (registry.baseUrl ?? url.slice(0, url.lastIndexOf("/"))).replace(/\/*$/, "/");
  const files = Object.entries(PARTS).flatMap(([part, name]) => {
    const file = best.files[name];
    if (!file) return [];
    const { path, uncompressedSize: size, uncompressedHash: sha256 } = file;
    return [{ part: part as ModelPart, url: new URL(path, base).href, size, sha256 }];
  });
  return { id: sha256Of(Buffer.from(JSON.stringify(files))), files };
}

function parseRegistry(text: string): z.infer<typeof registrySchema> {
  try {
    return registrySchema.parse(JSON.parse(text));
  } catch (error) {
    throw protocolError("bergamot", "a list of models that is not as it should be", error);
  }
}

function rankOf({ releaseStatus = "Release", architecture = "" }: z.infer<typeof modelSchema>): number {
  const place = ARCHITECTURES.indexOf(architecture);
  return (releaseStatus === "Release" ? 0 : 10) + (place < 0 ? ARCHITECTURES.length : place);
}
