/**
 * Speed beside quality, start-up, memory and growth, as Markdown tables: `npm run bench [POSTS.jsonl]`.
 *
 * Times are processor time, the best of several rounds that take turns in one run, and ratios are the figures to quote:
 * seconds depend on the machine. Posts are those of the project's own examples, or lines {"text"} of a file.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { endWithReader } from "../src/cli/reader.js";
import type * as library from "../src/index.js";
import companyPosts from "../test/engines/lexicon/company-posts.json" with { type: "json" };
import { examples } from "../test/senses.examples.js";
import { bestTimes, printTable, processorTime, runNode } from "./measure.js";
import { ownPlaces, type Score, scoreSenses } from "./senses.js";

endWithReader();

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { analyze, createTranslator, Glossary } = (await import(at("dist/index.js"))) as typeof library;
const load = createRequire(import.meta.url);
const nodejieba = load("nodejieba") as { cut(text: string): string[] };
const rust = Jieba.withDict(dict);
const toSimplified = (load("opencc-js/t2cn") as typeof import("opencc-js/t2cn")).Converter({ from: "t", to: "cn" });

const ROUNDS = 5;
/** How long the short text of the growth table is, how many times as long the longer ones are, and how often each is read: a first reading of a long text meets a heap that has to grow. */
const SHORT = 5_000;
const LONGER = [8, 64] as const;
const GROWTH_ROUNDS = 20;
const file = process.argv[2];
const own = [
  ...companyPosts.posts.map(({ source }) => source),
  ...examples.map(([marked]) => marked.replace(/[⟦⟧]/gu, "")),
];
const posts =
  file !== undefined && existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text)
    : Array.from({ length: 10 }, () => own).flat();
const characters = posts.reduce((sum, { length }) => sum + length, 0);

const bundled = Glossary.bundled();
const forms = new Map(
  bundled.entries.flatMap((entry) => [entry.source, ...(entry.variants ?? [])].map((form) => [form, entry.target])),
);

/** What one would write by hand: simplify, one expression of all terms, longest first, replace. */
const everyTerm = new RegExp(
  [...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"))
    .join("|"),
  "gu",
);
const replaceAll = (text: string): string => toSimplified(text).replace(everyTerm, (form) => forms.get(form)!);

interface Span {
  start: number;
  end: number;
}

const matches = (text: string): Span[] =>
  [...toSimplified(text).matchAll(everyTerm)].map(({ index, 0: form }) => ({ start: index, end: index + form.length }));

/** The words of a segmenter that are forms of the glossary. */
const wordsThatAreForms = (words: readonly string[]): Span[] => {
  let end = 0;
  return words.flatMap((word) => {
    const start = end;
    end += word.length;
    return forms.has(word) ? [{ start, end }] : [];
  });
};

speeds();
startUp();
growth();
await archiveGrowth();

function speeds(): void {
  const readers: Record<string, { run: (text: string) => unknown; find: (text: string) => Span[] }> = {
    "nodejieba.cut": { run: nodejieba.cut, find: (text) => wordsThatAreForms(nodejieba.cut(text)) },
    "@node-rs/jieba": { run: (text) => rust.cut(text), find: (text) => wordsThatAreForms(rust.cut(text)) },
    "opencc + one regular expression + replace": { run: replaceAll, find: matches },
    analyze: { run: (text) => analyze(text), find: (text) => analyze(text).terms.map(({ source }) => source) },
  };
  const works = Object.fromEntries(
    Object.entries(readers).map(([name, { run }]) => [
      name,
      () => {
        for (const post of posts) run(post);
      },
    ]),
  );
  const times = bestTimes(works, ROUNDS);
  const base = times["nodejieba.cut"]!;
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  printTable(
    `Reading posts: speed and what it is worth (${posts.length} posts, ${characters} characters; ${ownPlaces.length} labelled places)`,
    ["", "characters/s", "× nodejieba.cut", "senses right", "names found", "look-alikes taken for names"],
    Object.entries(readers).map(([name, { find }]) => {
      const { accuracy, recall, falseNames }: Score = scoreSenses(find, ownPlaces);
      const speed = characters / times[name]!;
      return [
        name,
        `${(speed / 1000).toFixed(2)} million`,
        (base / times[name]!).toFixed(2),
        percent(accuracy),
        percent(recall),
        percent(falseNames),
      ];
    }),
  );
  console.log(
    "\nFor a segmenter a name is a word that is a form of the bundled glossary; a name counts as found where it or a longer name is.",
  );
}

function startUp(): void {
  const index = JSON.stringify(at("dist/index.js"));
  const script = (code: string): string[] => ["--input-type=module", "-e", code];
  const cli = at("dist/cli/main.js");
  const programs: Record<string, string[]> = {
    "an empty Node": ["-e", "0"],
    'import "not-millet"': script(`await import(${index})`),
    "not-millet --help": [cli, "--help"],
    "the first analyze": script(`(await import(${index})).analyze("小米发布小米15")`),
    "the first translate, on the command line": [cli, "translate", "小米发布小米15"],
  };
  const taken = Object.entries(programs).map(([name, args]) => ({ name, ...runNode(args) }));
  const empty = taken[0]!.milliseconds;
  printTable(
    "Starting up, each in a process of its own",
    ["", "processor time", "× an empty Node", "memory at most"],
    taken.map(({ name, milliseconds, mebibytes }) => [
      name,
      `${milliseconds.toFixed(0)} ms`,
      (milliseconds / empty).toFixed(2),
      `${mebibytes.toFixed(0)} MiB`,
    ]),
  );
}

function growth(): void {
  const text = posts.join("\n").slice(0, SHORT);
  const large = bundled.with(madeUpEntries(100_000));
  const building = processorTime(() => void large.get("小米"));
  const few = posts.slice(0, 200);
  const readWith = (glossary: library.Glossary) => () => {
    for (const post of few) analyze(post, { glossary });
  };
  const rows = LONGER.map((longer) => {
    const long = text.repeat(longer);
    const times = bestTimes(
      {
        // As much work as the longer one, so that what else goes on disturbs both alike.
        short: () => {
          for (let i = 0; i < longer; i++) analyze(text);
        },
        long: () => void analyze(long),
      },
      GROWTH_ROUNDS,
    );
    return [
      `analyze, a text of ${text.length} and of ${long.length} characters`,
      String(longer),
      ((longer * times.long) / times.short).toFixed(1),
    ];
  });
  const times = bestTimes({ bundled: readWith(bundled), large: readWith(large) }, ROUNDS);
  printTable(
    "Growth",
    ["", "times the work", "times the time"],
    [
      ...rows,
      [
        `analyze, a glossary of ${bundled.size} and of ${large.size} entries (built in ${building.toFixed(0)} ms)`,
        (large.size / bundled.size).toFixed(1),
        (times.large / times.bundled).toFixed(2),
      ],
    ],
  );
}

async function archiveGrowth(): Promise<void> {
  const translator = createTranslator();
  const run = async (count: number): Promise<number> => {
    const began = process.cpuUsage();
    const texts = Array.from({ length: count }, (_, i) => `${own[i % own.length]}${i}`);
    for await (const _ of translator.translateAll(texts));
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  await run(200);
  const [few, many] = [await run(250), await run(1000)];
  printTable(
    "An archive through the embedded engine",
    ["posts", "posts/s of processor time", "times the time"],
    [
      ["250", (250_000 / few).toFixed(0), "1"],
      ["1000", (1_000_000 / many).toFixed(0), (many / few).toFixed(1)],
    ],
  );
  console.log(`\nMemory of this process at its end: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB.`);
}

/** Entries of two to five Han characters, the same in every run. */
function* madeUpEntries(count: number) {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let i = 0; i < count; i++) {
    const source = Array.from({ length: 2 + random(4) }, () => String.fromCharCode(0x4e00 + random(6000))).join("");
    yield { source, target: `Name ${i}`, kind: "term" as const };
  }
}
