import type { Span } from "../span.js";

/** What an issue is about; stable across versions. */
export type IssueCode =
  | "term-missing"
  | "term-repaired"
  | "term-uncertain"
  | "false-name"
  | "token-missing"
  | "untranslated"
  | "other-language"
  | "segmenter-fallback";

/** A finding about the content of a post or its translation, with its place where it has one. */
export interface Issue {
  /** What it is about. */
  code: IssueCode;
  /** `error`: the English is wrong there; `warning`: it may be; `info`: good to know. */
  severity: "info" | "warning" | "error";
  /** One sentence for a reader. */
  message: string;
  /** Its place in the source text. */
  source?: Span | undefined;
  /** Its place in the English. */
  target?: Span | undefined;
}
