import { createHash } from "node:crypto";
import type { Engine, TranslationUnit } from "./engine.js";

/**
 * Where translations are kept: anything with `get` and `set`. A `Map` will do; so will Keyv.
 *
 * Keys are hashes of the unit's text, its role and terms, the way they travel, the engine and its model, so that a changed
 * glossary never serves an old translation.
 */
export interface TranslationMemory {
  /** The translation kept under a key, if there is one. */
  get(key: string): string | undefined | Promise<string | undefined>;
  /** Keeps a translation. */
  set(key: string, value: string): unknown;
}

/** The key of a unit in a translation memory: 32 hexadecimal digits. */
export function memoryKey(engine: Pick<Engine, "name" | "model">, unit: TranslationUnit): string {
  const identity = [
    engine.name,
    engine.model ?? "",
    unit.carry ?? "",
    unit.text,
    unit.terms.map(({ source, target, start }) => [source, target, start]),
    ...(unit.continues ? ["continues"] : []),
    ...(unit.role ? [unit.role] : []),
  ];
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 32);
}
