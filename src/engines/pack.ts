import type { EngineLimits, TranslationUnit } from "./engine.js";

/** The UTF-8 bytes of a text. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/**
 * Packs units into requests, in order, each within the limits of an engine.
 *
 * A unit that is larger than a limit by itself gets a request of its own: the engine has the last word on it.
 */
export function pack<T extends { unit: TranslationUnit }>(items: readonly T[], limits: EngineLimits = {}): T[][] {
  const { units = Infinity, characters = Infinity, bytes = Infinity, contexts = Infinity } = limits;
  const requests: T[][] = [];
  let request: T[] = [];
  let usedCharacters = 0;
  let usedBytes = 0;
  let usedContexts = new Set<string | undefined>();
  for (const item of items) {
    const itemCharacters = item.unit.text.length;
    const itemBytes = bytes === Infinity ? 0 : byteLength(item.unit.text);
    const full =
      request.length >= units ||
      usedCharacters + itemCharacters > characters ||
      usedBytes + itemBytes > bytes ||
      (usedContexts.size >= contexts && !usedContexts.has(item.unit.context));
    if (full && request.length > 0) {
      requests.push(request);
      request = [];
      usedCharacters = 0;
      usedBytes = 0;
      usedContexts = new Set();
    }
    request.push(item);
    usedContexts.add(item.unit.context);
    usedCharacters += itemCharacters;
    usedBytes += itemBytes;
  }
  if (request.length > 0) requests.push(request);
  return requests;
}
