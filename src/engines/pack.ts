import { byteLength } from "../text/bytes.js";
import type { EngineLimits, TranslationUnit } from "./engine.js";

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
