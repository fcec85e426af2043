import { endWithReader } from "../src/cli/reader.js";
import { parse } from "../src/post/parse.js";
import { readPosts } from "./posts.js";

endWithReader();

// How fast a post's structure is read, and whether the time grows with the text: `npx tsx bench/parse.ts [posts.jsonl]`.

const MEGABYTE = 1 << 20;
/** What a megabyte is filled with. */
const UNITS = [
  ...["#", "@", "[", "【", "//@a:", "1.", "第一步"],
  ...["#@[【//@a:1.第一步", "#a [心] @b 1.c。\n2.d（一）", "【#a#@b】1、c；2、d//@e:"],
  ...["#a", "# ", "@a", "[心", "【a", "】", "回复@a:", "http://", "http://a.b/(", "t.cn/a", "@a.b"],
  ...[
    "1.a",
    "1.a2.b",
    "第一步a第二步b",
    "一、a",
    "（一）",
    "“",
    "（a！",
    "”",
    '"!',
    "。",
    "...",
    "a. B",
    "\n",
    "！\n",
    " ",
  ],
];
/** Units that make so many lists of a megabyte that eight would not fit into memory: measured on an eighth. */
const DENSE = ["①a②b", "1.a2.b①a②b", "一、a1.b①c"];

/** The time in milliseconds that a run of the work takes a processor, whatever else the machine does. */
function time(work: () => void, runs: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < runs; i++) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / runs;
}

function growth(unit: string, length: number): void {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const eightfold = unit.repeat(Math.ceil((8 * length) / unit.length)).slice(0, 8 * length);
  parse(text);
  const once = time(() => parse(text), 8);
  const most = time(() => parse(eightfold), 1);
  const ms = `${once.toFixed(0)} ms`.padStart(8);
  console.log(
    `${JSON.stringify(unit).padEnd(30)} ${ms} for ${length / MEGABYTE} MB, × ${(most / once).toFixed(1)} for 8 times that`,
  );
}

const posts = readPosts(process.argv[2]);
if (posts) {
  const characters = posts.reduce((sum, text) => sum + text.length, 0);
  const pass = (): void => {
    for (const text of posts) parse(text);
  };
  time(pass, 10);
  console.log(`${posts.length} posts: ${(characters / time(pass, 50) / 1000).toFixed(1)} million characters a second`);
}

for (const unit of UNITS) growth(unit, MEGABYTE);
for (const unit of DENSE) growth(unit, MEGABYTE / 8);
