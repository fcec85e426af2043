/**
 * What protecting the terms of posts and restoring them costs, as a share of what it costs to parse the same posts.
 *
 * Run: npx tsx bench/protect.ts [posts.jsonl]. Two engines are measured: the embedded one with its real outputs, and an
 * echo that gives every text back, as strings that have come over a wire; each as it is, and with mild damage done to its outputs (case, spaces, width, quotes,
 * entities, hyphens, in turn). Times are processor time of one pass over all posts, the best of the rounds; the parse
 * runs in the same rounds.
 */
import { existsSync, readFileSync } from "node:fs";
import { inspect } from "../src/analyze.js";
import { endWithReader } from "../src/cli/reader.js";
import type { Carry } from "../src/engines/engine.js";
import { lexiconEngine } from "../src/engines/lexicon/index.js";
import { Glossary } from "../src/glossary/glossary.js";
import { parse } from "../src/post/parse.js";
import { planPost, type Slot, type UnitPlan } from "../src/protect/plan.js";
import { type ProtectedUnit, protect, type SlotText } from "../src/protect/protect.js";
import { restore } from "../src/protect/restore.js";
import { slotTextOf, tokenText } from "../src/protect/texts.js";
import { bestTimes } from "./measure.js";

endWithReader();

/** A unit of a post with what is needed to protect it. */
interface Work {
  readonly source: string;
  readonly plan: UnitPlan;
  readonly textOf: (slot: Slot) => SlotText;
}

const ROUNDS = 12;
const PASSES = 10;

const MILD: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(" ", "  "),
  (text) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/[A-Z][a-z]+/g, "“$&”"),
  (text) => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;"),
  (text) => text.replace(/([A-Z]\w)(\w+)/g, "$1-$2"),
  (text) => text.replaceAll(" ", "\u00a0"),
];

function worksOf(posts: readonly string[]): Work[] {
  const glossary = Glossary.bundled();
  return posts.flatMap((source) => {
    const { post, parsed } = inspect(source, { glossary });
    const plan = planPost(
      parsed,
      post.terms.map((term) => term.source),
    );
    const textOf = (slot: Slot): SlotText =>
      slot.kind === "token"
        ? tokenText(source.slice(slot.start, slot.end))
        : slotTextOf(post.terms[slot.index]!.entry, glossary);
    const units = plan.segments.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.type === "unit" ? [piece.unit] : [])),
    );
    return [...units, ...plan.labels.values()].map((unit) => ({ source, plan: unit, textOf }));
  });
}

/** The processor time of one pass in milliseconds: the best of several rounds of several passes, the kinds in turn. */
function measure<K extends string>(kinds: Record<K, () => void>): Record<K, number> {
  const repeated = Object.entries<() => void>(kinds).map(([name, pass]) => [name, () => repeat(pass)] as const);
  const times = Object.entries(bestTimes(Object.fromEntries(repeated), ROUNDS));
  return Object.fromEntries(times.map(([name, time]) => [name, time / PASSES])) as Record<K, number>;
}

function repeat(pass: () => void): void {
  for (let i = 0; i < PASSES; i++) pass();
}

const protectOne = ({ source, plan, textOf }: Work, carry: Carry): ProtectedUnit =>
  protect(source, plan, textOf, carry);

function restoreAll(outputs: readonly string[], units: readonly ProtectedUnit[]): void {
  for (const [i, unit] of units.entries()) restore(outputs[i]!, unit);
}

const file = process.argv[2] ?? "../shared/data/weibo-posts.jsonl";
if (existsSync(file)) {
  const posts = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).text);
  const works = worksOf(posts);
  const slots = works.reduce((sum, { plan }) => sum + plan.slots.length, 0);
  console.log(`${posts.length} posts, ${works.length} units, ${slots} terms and tokens in them\n`);
  const embedded = lexiconEngine();
  const engines: [name: string, carry: Carry, (unit: ProtectedUnit) => string][] = [
    ["embedded, native", "native", ({ unit }) => embedded.translateUnit(unit).text],
    ["echo, inline", "inline", ({ unit }) => unit.text],
    ["echo, markup", "markup", ({ unit }) => unit.text],
    ["echo, placeholder", "placeholder", ({ unit }) => unit.text],
  ];
  console.log(
    "| engine | parse, ms | protect, ms | restore, ms | (protect + restore) / parse | restore, damaged, ms | ratio |",
  );
  console.log("|---|---|---|---|---|---|---|");
  for (const [name, carry, translate] of engines) {
    // Copies: V8 would take from units that live on that those of the passes do too, and put them where garbage costs more.
    const units = works.map((work) => structuredClone(protectOne(work, carry)));
    const clean: string[] = JSON.parse(JSON.stringify(units.map(translate)));
    const damaged = clean.map((text, i) => MILD[i % MILD.length]!(text));
    const times = measure({
      parse: () => posts.forEach((text) => void parse(text)),
      protect: () => works.forEach((work) => void protectOne(work, carry)),
      clean: () => restoreAll(clean, units),
      damaged: () => restoreAll(damaged, units),
    });
    const ratio = (restored: number) => ((times.protect + restored) / times.parse).toFixed(2);
    const ms = (time: number) => time.toFixed(1);
    console.log(
      `| ${name} | ${ms(times.parse)} | ${ms(times.protect)} | ${ms(times.clean)} | ${ratio(times.clean)} | ${ms(times.damaged)} | ${ratio(times.damaged)} |`,
    );
  }
} else {
  console.log(`no posts at ${file}; give a file of lines {"text": "…"} to measure the ratio`);
}
