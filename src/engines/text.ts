const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text with U+FFFD for each lone surrogate, which servers refuse or read as something else. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}
