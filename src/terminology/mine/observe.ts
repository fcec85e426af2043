import { type Batch, DOT, HAN_SYMBOLS, symbolText } from "./batch.js";
import { createBuffer } from "./buffer.js";
import type { Observation } from "./observation.js";
import type { PatternFinder } from "./patterns.js";
import { createPlaceGrouper, type Repeats } from "./repeats.js";
import { alignment, cohesionOf, entropyBeside } from "./statistics.js";
import { surroundingsOf } from "./surroundings.js";

/** Below these bits of freedom on a side, or this part aligned, a string is a piece of something else. */
const LEAST_FREEDOM = 0.5;
const LEAST_ALIGNED = 0.35;

/**
 * What is seen of every repeated string of a batch that may be a form, with its key: one by one, so that nothing but what
 * is remembered stays in memory.
 *
 * @param isWanted Tells of a key that occurs so often whether it is to be looked at.
 */
export type Observe = (
  batch: Batch,
  levels: readonly Repeats[],
  isWanted: (key: string, count: number) => boolean,
) => Iterable<[key: string, seen: Observation]>;

/** Makes what looks at the forms of batches. */
export function createObserver(finder: PatternFinder, limits: FormLimits): Observe {
  const grouped = createPlaceGrouper();
  // One list for all forms: tens of thousands of short-lived ones would leave the memory in pieces.
  const scratchBuffer = createBuffer();
  return function* (batch, levels, isWanted) {
    const total = batch.symbols.length;
    const scratch = scratchBuffer(total);
    for (const level of levels) {
      const { places, first } = grouped(level);
      for (let n = 0; n < level.counts.length; n++) {
        const start = places[first[n]!]!;
        if (!mayBeForm(batch, start, level.length)) continue;
        const key = keyAt(batch, start, level.length);
        if (isCut(key, limits) || !isWanted(key, level.counts[n]!)) continue;
        const at = places.subarray(first[n], first[n + 1]);
        const aligned = alignment(batch, at, level.length);
        if (aligned < LEAST_ALIGNED) continue;
        const left = entropyBeside(batch, at, -1, scratch);
        const right = entropyBeside(batch, at, level.length, scratch);
        if (Math.min(left, right) < LEAST_FREEDOM) continue;
        const { normalized } = batch.posts[batch.post[start]!]!;
        const around = surroundingsOf(batch, at, level.length, finder, scratch);
        // Written out, as an object that is spread into another takes several times the memory.
        const seen = {
          form: normalized.text.slice(batch.starts[start], batch.ends[start + level.length - 1]),
          units: level.length,
          count: at.length,
          cohesion: cohesionOf(levels, start, level.length, total),
          left,
          right,
          aligned,
          burst: around.burst,
          documents: around.documents,
          numbered: around.numbered,
          tags: around.tags,
          patterns: around.patterns,
          latin: around.latin,
          bracketed: around.bracketed,
          examples: around.examples,
          translations: around.translations,
        };
        yield [key, seen];
      }
    }
  };
}

/** What tells strings that are no forms. */
export interface FormLimits {
  /** Characters that names seldom begin with, and seldom end with. */
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Whether a dictionary has the form as a name all the same. */
  isName(key: string): boolean;
}

/** Whether the units may be a form: no single character, and no dot at an end. */
function mayBeForm({ symbols, texts }: Batch, start: number, length: number): boolean {
  const [first, last] = [symbols[start]!, symbols[start + length - 1]!];
  if (first === DOT || last === DOT) return false;
  return length > 1 || (first < HAN_SYMBOLS && texts[first]!.length > 1);
}

/** Whether a key begins or ends as names do not, and is none that a dictionary has. */
function isCut(key: string, { starts, ends, isName }: FormLimits): boolean {
  return (starts.has(key[0]!) || ends.has(key.at(-1)!)) && !isName(key);
}

/** The units' texts, lower-cased, with a space between Latin words: the same string for the same form. */
function keyAt(batch: Batch, start: number, length: number): string {
  let key = "";
  for (let i = start; i < start + length; i++) {
    const symbol = batch.symbols[i]!;
    const apart = i > start && symbol < HAN_SYMBOLS && symbol > DOT && batch.symbols[i - 1]! < HAN_SYMBOLS;
    key += (apart && batch.symbols[i - 1]! > DOT ? " " : "") + symbolText(batch, symbol);
  }
  return key;
}
