/**
 * What learning senses from labelled examples is worth: `npx tsx bench/learn.ts [--from 40] [--rounds 2] [--data FOLDER]`.
 *
 * Of names with labelled places of both senses (senses-dev.jsonl, scripts/senses-labels.tsv, bench/learn-labels.tsv) each
 * fifth of the places is tried once a round after learning from 40 of the others, or from all where there are fewer: once
 * with the bundled entry, and once as a new name, an entry that says nothing but `ambiguous`. Without the data it says so
 * and ends. The general weights of the decision have seen the places of the first two files.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { labelledIn } from "../scripts/labels.js";
import { endWithReader } from "../src/cli/reader.js";
import { analyze, Glossary, type GlossaryEntry, learnSenses, type SenseExample } from "../src/index.js";
import { printTable } from "./measure.js";

endWithReader();

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "2" },
    from: { type: "string", default: "40" },
    data: { type: "string", default: "../shared/data" },
  },
});
const rounds = Number(options.rounds);
const most = Number(options.from);
/** A name needs so many places, and so many of its rarer sense. */
const PLACES = 16;
const RARER = 3;
const FOLDS = 5;

const dev = `${options.data}/senses-dev.jsonl`;
if (!existsSync(dev)) {
  console.log(`skipped: there is no ${dev}`);
  process.exit();
}

const bundled = Glossary.bundled();
const places = new Map<string, SenseExample[]>();
const seen = new Set<string>();
for (const { text, start, term, label } of [
  ...labelledIn(dev),
  ...labelledIn("scripts/senses-labels.tsv", options.data),
  ...labelledIn("bench/learn-labels.tsv", options.data),
]) {
  const key = `${term}\t${start}\t${text}`;
  if (seen.has(key) || bundled.get(term)?.source !== term) continue;
  seen.add(key);
  places.set(term, [...(places.get(term) ?? []), { text, start, form: term, isName: label === "brand" }]);
}
const isRight = (glossary: Glossary, { text, start, form, isName }: SenseExample): boolean => {
  const end = start + form.length;
  const isTaken = analyze(text, { glossary }).terms.some(
    ({ source }) => source.start < end && source.end > start && (isName || source.end - source.start <= form.length),
  );
  return isTaken === isName;
};

interface Tally {
  before: number;
  after: number;
  of: number;
  changed: number;
}

const PARTS = ["before", "after", "of", "changed"] as const;

const rows: string[][] = [];
const totals = { known: tally(), new: tally() };
/** Of new names, what each order of the places came to. */
const byRound = Array.from({ length: rounds }, tally);
for (const [name, own] of [...places].sort((a, b) => b[1].length - a[1].length)) {
  const names = own.filter(({ isName }) => isName).length;
  if (own.length < PLACES || Math.min(names, own.length - names) < RARER) continue;
  const { source, target, kind } = bundled.get(name)!;
  const fresh: GlossaryEntry = { source, target, kind, ambiguous: true };
  const known = tryOut(bundled, own, Array.from({ length: rounds }, tally));
  const unknown = tryOut(bundled.without([name]).with([fresh]), own, byRound);
  add(totals.known, known);
  add(totals.new, unknown);
  rows.push([name, `${names} of ${own.length}`, ...cells(known), ...cells(unknown)]);
}
rows.push(["all", "", ...cells(totals.known), ...cells(totals.new)]);
printTable(
  `Right of held-out places, learned from ${most} others or all there are; how often of ${rounds * FOLDS} the entry changed`,
  ["name", "names of all", "bundled", "learned", "changed", "new", "learned", "changed"],
  rows,
);
const shares = byRound.map(({ after, of }) => after / of);
console.log(
  `new names, learned, each order of the places: ${shares.map((share) => share.toFixed(3)).join(" ")}` +
    `; names at .9 or above: ${rows.slice(0, -1).filter((row) => Number(row[6]) >= 0.9).length} of ${rows.length - 1}`,
);

function tryOut(glossary: Glossary, own: readonly SenseExample[], ofRounds: readonly Tally[]): Tally {
  const result = tally();
  for (let round = 1; round <= rounds; round++) {
    const shuffled = shuffle(own, round);
    const before = { ...result };
    for (let fold = 0; fold < FOLDS; fold++) {
      const from = shuffled.filter((_, i) => i % FOLDS !== fold).slice(0, most);
      const rest = shuffled.filter((_, i) => i % FOLDS === fold);
      const learned = learnSenses(glossary, from);
      result.changed += learned.entries[0]!.method === "nothing" ? 0 : 1;
      for (const place of rest) {
        result.of++;
        if (isRight(glossary, place)) result.before++;
        if (isRight(learned.glossary, place)) result.after++;
      }
    }
    for (const part of PARTS) ofRounds[round - 1]![part] += result[part] - before[part];
  }
  return result;
}

function tally(): Tally {
  return { before: 0, after: 0, of: 0, changed: 0 };
}

function add(total: Tally, one: Tally): void {
  for (const key of PARTS) total[key] += one[key];
}

function cells({ before, after, of, changed }: Tally): string[] {
  return [(before / of).toFixed(3), (after / of).toFixed(3), String(changed)];
}

/** The same order for the same seed (Fisher and Yates). */
function shuffle<T>(list: readonly T[], seed: number): T[] {
  const shuffled = [...list];
  let state = seed;
  for (let i = shuffled.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const other = (state >>> 8) % (i + 1);
    [shuffled[i], shuffled[other]] = [shuffled[other]!, shuffled[i]!];
  }
  return shuffled;
}
