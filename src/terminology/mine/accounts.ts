import type { PatternFinder } from "./patterns.js";

/** Names that accounts speak for: 途朵 where posts mention @途朵官方 or @途朵手机. */
export interface Accounts {
  /** Adds the name of an account that a post mentions; normalized, without its @. */
  add(name: string): void;
  /** How often accounts were mentioned that bear a name with words of companies, services or devices behind it. */
  count(key: string): number;
}

/** How many names are remembered; when there are more, those mentioned least are forgotten. */
const CAPACITY = 20_000;
/** The patterns whose words accounts of companies end with; people call themselves anything. */
const OFFICIAL: ReadonlySet<string> = new Set(["device", "organization", "software"]);

/** Makes the count of what accounts are called. */
export function createAccounts({ patterns, find }: PatternFinder): Accounts {
  const official = patterns.reduce((bits, { name }, i) => (OFFICIAL.has(name) ? bits | (1 << i) : bits), 0);
  const counts = new Map<string, number>();
  return {
    add(name) {
      const words = find(name).filter(({ from }) => (from & official) !== 0);
      // 途朵手机官方: each word that ends where the words behind it begin leaves a name before it.
      const ends = new Set([name.length]);
      for (const { start, end } of words.sort((a, b) => b.end - a.end || b.start - a.start)) {
        if (ends.has(end)) ends.add(start);
      }
      for (const end of ends) {
        if (end < 2 || end === name.length) continue;
        const key = name.slice(0, end).toLowerCase();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      if (counts.size > CAPACITY) forgetRarest(counts);
    },
    count: (key) => counts.get(key) ?? 0,
  };
}

function forgetRarest(counts: Map<string, number>): void {
  const sorted = Int32Array.from(counts.values()).sort();
  const least = sorted[sorted.length >> 1]!;
  for (const [name, count] of counts) if (count <= least) counts.delete(name);
}
