import { existsSync, readFileSync } from "node:fs";
import { parse } from "../src/post/parse.js";

// How fast a post's structure is read, and whether the time grows with the text: `npx tsx bench/parse.ts [posts.jsonl]`.

const MEGABYTE = 1 << 20;
const PATHOLOGICAL = [
  "#",
  "@",
  "[",
  "【",
  "//@a:",
  "1.",
  "第一步",
  "#a",
  "# ",
  "@a",
  "[心",
  "【a",
  "】",
  "回复@a:",
  "http://",
  "http://a.b/(",
  "t.cn/a",
  "1.a",
  "1.a2.b",
  "①a②b",
  "1.a2.b①a②b",
  "一、a1.b①c",
  "第一步a第二步b",
  "“",
  "（a！",
  "”",
  '"!',
  "。",
  "...",
  "a. B",
  "\n",
  "！\n",
  "#@[【//@a:1.第一步",
  "#a [心] @b 1.c。\n2.d（一）",
];

/** The least time in milliseconds that the work takes a processor in several runs, whatever else the machine does. */
function time(work: () => void, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const file = process.argv[2] ?? "../shared/data/weibo-posts.jsonl";
if (existsSync(file)) {
  const posts = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): string => JSON.parse(line).text);
  const characters = posts.reduce((sum, text) => sum + text.length, 0);
  const ms = time(() => {
    for (const text of posts) parse(text);
  }, 30);
  console.log(`${posts.length} posts, ${(characters / ms / 1000).toFixed(1)} million characters a second`);
} else {
  console.log(`no posts at ${file}; give a file of lines {"text": "…"} to measure the speed`);
}

console.log(`\ntime of a megabyte, and how many times that of an eighth of it`);
for (const unit of PATHOLOGICAL) {
  const whole = unit.repeat(MEGABYTE / unit.length);
  const eighth = whole.slice(0, MEGABYTE / 8);
  const least = time(() => parse(eighth), 8);
  const most = time(() => parse(whole), 4);
  console.log(`${JSON.stringify(unit).padEnd(28)} ${most.toFixed(0).padStart(6)} ms  × ${(most / least).toFixed(1)}`);
}
