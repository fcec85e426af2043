/**
 * What protecting the terms of posts and restoring them costs, as a share of what it costs to parse the same posts.
 *
 * Run: npx tsx bench/protect.ts [posts.jsonl]. Two engines are measured: the embedded one with its real outputs, and an
 * echo that gives every text back, as strings that have come over a wire; each as it is, and with mild damage done to its
 * outputs (case, spaces, width, quotes, entities, hyphens, in turn). Each unit is protected and restored at once, as in
 * the line. Times are processor time of one pass over all posts, the best of the rounds; the parse runs in the same
 * rounds. A few posts at a time are passed over again and again, the parse too: in the line, what a step needs has just
 * been made by the step before, and is still in the processor's cache.
 */
import { inspect } from "../src/analyze.js";
import { endWithReader } from "../src/cli/reader.js";
import type { Carry } from "../src/engines/engine.js";
import { lexiconEngine } from "../src/engines/lexicon/index.js";
import { Glossary } from "../src/glossary/glossary.js";
import { parse } from "../src/post/parse.js";
import type { Slot, UnitPlan } from "../src/protect/pieces.js";
import { planPost } from "../src/protect/plan.js";
import { type ProtectedUnit, protect, type SlotText } from "../src/protect/protect.js";
import { restore } from "../src/protect/restore.js";
import { slotTextOf, tokenText } from "../src/protect/texts.js";
import { bestTimes } from "./measure.js";
import { readPosts } from "./posts.js";

endWithReader();

/** A unit of a post with what is needed to protect it, and an engine's output for it, clean and damaged. */
interface Work {
  readonly source: string;
  readonly plan: UnitPlan;
  readonly textOf: (slot: Slot) => SlotText;
}

interface Translated extends Work {
  readonly clean: string;
  readonly damaged: string;
}

const ROUNDS = 12;
const PASSES = 10;
const AT_A_TIME = 50;

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
  const times = Object.entries<number>(bestTimes(kinds, ROUNDS));
  return Object.fromEntries(times.map(([name, time]) => [name, time / PASSES])) as Record<K, number>;
}

/** Several passes over all items, a few of them at a time. */
function passes<T>(items: readonly T[], step: (item: T) => void): () => void {
  const batches: T[][] = [];
  for (let i = 0; i < items.length; i += AT_A_TIME) batches.push(items.slice(i, i + AT_A_TIME));
  return () => {
    for (const batch of batches) for (let pass = 0; pass < PASSES; pass++) for (const item of batch) step(item);
  };
}

const protectOne = ({ source, plan, textOf }: Work, carry: Carry): ProtectedUnit =>
  protect(source, plan, textOf, carry);

const posts = readPosts(process.argv[2]);
if (posts) {
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
  console.log("| engine | parse, ms | protect, ms | and restore, ms | ratio to parse | damaged, ms | ratio |");
  console.log("|---|---|---|---|---|---|---|");
  for (const [name, carry, translate] of engines) {
    const outputs: string[] = JSON.parse(JSON.stringify(works.map((work) => translate(protectOne(work, carry)))));
    const translated = works.map(
      (work, i): Translated => ({ ...work, clean: outputs[i]!, damaged: MILD[i % MILD.length]!(outputs[i]!) }),
    );
    const times = measure({
      parse: passes(posts, (text) => void parse(text)),
      protect: passes(works, (work) => void protectOne(work, carry)),
      clean: passes(translated, (work) => void restore(work.clean, protectOne(work, carry))),
      damaged: passes(translated, (work) => void restore(work.damaged, protectOne(work, carry))),
    });
    const ratio = (time: number) => (time / times.parse).toFixed(2);
    const row = [times.parse, times.protect, times.clean].map((time) => time.toFixed(1));
    row.push(ratio(times.clean), times.damaged.toFixed(1), ratio(times.damaged));
    console.log(`| ${name} | ${row.join(" | ")} |`);
  }
}
