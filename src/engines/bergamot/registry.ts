import { z } from "zod";
import { EngineError } from "../../errors.js";
import { withoutEnd } from "../../text/ends.js";
import { protocolError } from "../http.js";
import { type ModelPart, sha256Of } from "./models.js";
import { type FetchOptions, fetchJson, type RemoteFile } from "./remote.js";
import { isCollection, readCollection } from "./remote-settings.js";

/** Mozilla's list of the models of Firefox Translations. */
export const MOZILLA_REGISTRY =
  "https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json";

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

/**
 * Reads a list of models, and chooses the released Chinese–English one.
 *
 * The list is one like Mozilla's `models.json`, or the records of a collection in Firefox's Remote Settings.
 */
export async function readRegistry(url: string, options: FetchOptions): Promise<RemoteModel> {
  const list = await fetchJson(url, options);
  const files = isCollection(list) ? await readCollection(url, list, options) : readModels(url, list);
  if (files.length === 0) {
    throw new EngineError("model-missing", `The list at ${url} names no released model from Chinese to English.`, {
      engine: "bergamot",
      facts: { url },
    });
  }
  return { id: sha256Of(Buffer.from(JSON.stringify(files))), files };
}

function readModels(url: string, list: unknown): RemoteFile[] {
  const registry = registrySchema.safeParse(list);
  if (!registry.success) throw protocolError("bergamot", "a list of models of another shape", registry.error);
  const { models, baseUrl = url.slice(0, url.lastIndexOf("/")) } = registry.data;
  const [best] = (models["zh-en"] ?? [])
    .filter(({ releaseStatus = "Release" }) => releaseStatus.startsWith("Release"))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const base = `${withoutEnd(baseUrl, "/")}/`;
  return Object.entries(PARTS).flatMap(([part, name]) => {
    const file = best?.files[name];
    if (!file) return [];
    const { path, uncompressedSize: size, uncompressedHash: sha256 } = file;
    return [{ part: part as ModelPart, url: new URL(path, base).href, size, sha256 }];
  });
}

function rankOf({ releaseStatus = "Release", architecture = "" }: z.infer<typeof modelSchema>): number {
  const place = ARCHITECTURES.indexOf(architecture);
  return (releaseStatus === "Release" ? 0 : 10) + (place < 0 ? ARCHITECTURES.length : place);
}
