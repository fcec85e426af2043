import { EngineError, NotMilletError } from "../errors.js";
import { encodeLine, type LineFrame } from "./encoded-line.js";
import type { Job } from "./lineup.js";
import type { Outcome } from "./output.js";
import type { PostTranslator } from "./post-translator.js";
import { type ArchiveItem, type ArchiveRecord, isBroken, placeOf } from "./record.js";

/** What translating one record came to. */
export type Result =
  | { kind: "outcome"; outcome: Outcome }
  /** The engine could not be reached or had no time: another record may fare as badly. */
  | { kind: "outage"; outcome: Outcome; error: unknown }
  /** Every other record will fail in the same way. */
  | { kind: "fatal"; error: unknown };

/** Failures that other records will share; the files are those of a memory, which another run uses or a full disk holds. */
const FATAL = new Set([
  "engine-auth",
  "engine-quota",
  "missing-dependency",
  "model-missing",
  "model-damaged",
  "archive-locked",
  "archive-output",
]);

/** Translates one record; whatever goes wrong is a result too. */
export async function resultOf({ item, input, line }: Job, translator: PostTranslator): Promise<Result> {
  if (line !== undefined) return { kind: "outcome", outcome: { to: "out", input, ...encodeLine(line) } };
  const fault = faultOf(item);
  if (isBroken(item) || fault) return { kind: "outcome", outcome: failure(item, input, "archive-input", fault ?? "") };
  try {
    const translated = await translator.translate(item.text, frameOf(item));
    return { kind: "outcome", outcome: { to: "out", input, ...translated } };
  } catch (error) {
    if (isFatal(error)) return { kind: "fatal", error };
    const code = error instanceof NotMilletError ? error.code : "engine-failed";
    const outcome = failure(item, input, code, error instanceof Error ? error.message : String(error));
    const isOutage = error instanceof EngineError && (error.retryable || error.code === "aborted");
    return isOutage ? { kind: "outage", outcome, error } : { kind: "outcome", outcome };
  }
}

function isFatal(error: unknown): boolean {
  return (error instanceof EngineError && error.fatal) || (error instanceof NotMilletError && FATAL.has(error.code));
}

/** What keeps an item from being translated; nothing for a post. */
function faultOf(item: ArchiveItem): string | undefined {
  if (isBroken(item)) return item.reason;
  if (typeof item.text !== "string") return `its text is a ${typeof item.text}, not a string`;
  return typeof item.id === "string" ? undefined : `its id is a ${typeof item.id}, not a string`;
}

/** What the line of a translated post has around the post. */
function frameOf({ id, retweetOf, isOriginal, meta = {} }: ArchiveRecord): LineFrame {
  const refers = retweetOf === undefined ? "" : `"retweetOf":${JSON.stringify(retweetOf)},`;
  const original = isOriginal ? `"isOriginal":true,` : "";
  return {
    before: `{"id":${JSON.stringify(id)},${refers}${original}"post":`,
    after: `,"meta":${JSON.stringify(meta)}}`,
  };
}

function failure(item: ArchiveItem, input: string, code: string, message: string): Outcome {
  const line = JSON.stringify({ error: { code, message }, ...item, reason: undefined });
  return { to: "failed", input, ...encodeLine(line), failure: { place: placeOf(item), message } };
}
