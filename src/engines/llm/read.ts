import { z } from "zod";

const segmentSchema = z.object({ source: z.string(), target: z.string() });

/** How alike an echo must be to the text that it repeats: 0…1. SmartSub #390 found 0.75 over some 350 calls. */
const LIKENESS = 0.75;

/**
 * The translation of one unit in a model's answer; undefined where its id is missing, or where what stands under it
 * repeats another text: models merge and split neighbours, and count and ids come out right all the same.
 */
export function readTranslation(answer: unknown, id: string, text: string): string | undefined {
  const segments = z.record(z.string(), z.unknown()).safeParse(answer).data;
  const segment = segmentSchema.safeParse(segments && Object.hasOwn(segments, id) ? segments[id] : undefined).data;
  return segment && likeness(segment.source, text) >= LIKENESS ? segment.target : undefined;
}

/** The JSON object in what a model wrote, whatever it wrote around it: thoughts, a fence, an explanation. */
export function findJson(text: string): unknown {
  const from = text.lastIndexOf("</think>");
  const start = text.indexOf("{", Math.max(from, 0));
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** The share of pairs of neighbouring letters that two texts have in common, spaces, width and case aside: 0…1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [letters(a), letters(b)];
  if (one === other) return 1;
  const pairs = pairsOf(one);
  const total = Math.max(one.length - 1, 0) + Math.max(other.length - 1, 0);
  let common = 0;
  for (let i = 0; i + 1 < other.length; i++) {
    const pair = other.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    common += 2;
  }
  return total === 0 ? 0 : common / total;
}

function letters(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
