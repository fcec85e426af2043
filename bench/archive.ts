/**
 * Measures runs over archives: kills, a full disk, a torn journal, memory, throughput.
 *
 *     npm run build && npx tsx bench/archive.ts [kills|disk|journal|memory|throughput …]
 *         [--posts POSTS.jsonl] [--records N] [--distinct N] [--threads N]
 *
 * - kills: 30 × SIGKILL at random moments of a run over 3,000 posts with the embedded engine, then a run to the end:
 *   whether the output is byte for byte that of an uninterrupted run. One kill in four comes at any moment after the
 *   start, the others at any moment after the run has written something.
 * - disk: the same run onto a file system that is full again and again (a tmpfs where the user is root, else the limit
 *   on the size of files that `ulimit -f` sets), with more room each time.
 * - journal: the finished run with the journal cut at every byte of its last line, and at 20 places anywhere.
 * - memory: the peak of a run over 50,000 records and over `--records` (default 1,000,000), which repeat the beginnings of
 *   300 posts and are kept in a memory file; with `--distinct N`, of runs over N / 20 and N records, each of two sentences of
 *   the posts, no two pairs the same.
 * - throughput: posts a second of the bare translator and of a run on one thread, by turns over `--count` / 2 posts (default
 *   100,000: in a short run each thread's start, and V8's compiling for each anew, weigh most); then the command over all
 *   of them on one core and with two threads on two, by the clock. One core is `taskset -c 0` where there is that: V8
 *   compiles and collects garbage on threads of its own, so that a run "on one thread" keeps more than one core busy.
 *
 * `--threads` makes kills, disk, journal and the distinct records of memory run in worker threads.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type * as archive from "../src/archive/index.js";
import type { ArchiveRecord } from "../src/archive/record.js";
import { endWithReader } from "../src/cli/reader.js";
import type * as library from "../src/index.js";

endWithReader();

const at = (path: string) => new URL(`../dist/${path}`, import.meta.url);
const { createTranslator } = (await import(at("index.js").href)) as typeof library;
const { readArchive, translateArchive } = (await import(at("archive.js").href)) as typeof archive;
const main = resolve(fileURLToPath(at("cli/main.js")));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: "string", default: "../shared/data/weibo-posts.jsonl" },
    records: { type: "string", default: "1000000" },
    distinct: { type: "string" },
    count: { type: "string", default: "100000" },
    threads: { type: "string", default: "1" },
  },
});
if (!existsSync(values.posts)) {
  console.error(`no such file: ${values.posts} (lines {"text"})`);
  process.exit(2);
}
const texts = readFileSync(values.posts, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);

const folder = mkdtempSync(join(tmpdir(), "not-millet-bench-"));
const path = (name: string) => join(folder, name);

interface Ended {
  code: number | null;
  /** The peak of the resident memory, in MiB; only where the process ended by itself. */
  peak: number;
  /** Its processor time in seconds; like the peak. */
  processor: number;
}

const REPORT =
  "data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();" +
  "console.log(maxRSS/1024,(userCPUTime+systemCPUTime)/1e6)})";

interface RunOptions {
  /** Says when to kill the process: given its journal's name, resolves at that moment, or once `hasEnded` says so. */
  killAt?: (journal: string, hasEnded: () => boolean) => Promise<void>;
  /** The most KiB that a file may have. */
  room?: number;
  /** What runs the program: `taskset -c 0`. */
  before?: string;
  /** More arguments. */
  more?: readonly string[];
}

/** Runs the command line in a process of its own. */
function run(input: string, out: string, { killAt, room, before = "", more = [] }: RunOptions = {}): Promise<Ended> {
  const limit = room === undefined ? "" : `ulimit -f ${room}; `;
  const command = ["--import", REPORT, main, "archive", path(input), "--out", path(out), ...more];
  const child = spawn("bash", ["-c", `${limit}exec ${before} "$0" "$@"`, process.execPath, ...command], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let [peak, processor] = [0, 0];
  child.stdout.on("data", (text) => {
    [peak, processor] = String(text).split(" ").map(Number) as [number, number];
  });
  const ended = new Promise<Ended>((done) => child.on("close", (code) => done({ code, peak, processor })));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  void killAt?.(path(`${out}.journal`), () => hasEnded).then(() => child.kill("SIGKILL"));
  return ended;
}

const inThreads = ["--threads", values.threads];
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

async function writeRecords(name: string, count: number, textOf: (i: number) => string): Promise<void> {
  const stream = createWriteStream(path(name));
  for (let i = 0; i < count; i++) {
    const line = `${JSON.stringify({ id: String(i), text: textOf(i) })}\n`;
    if (!stream.write(line)) await new Promise<void>((done) => stream.once("drain", () => done()));
  }
  await new Promise<void>((done) => stream.end(() => done()));
}

const posts = (i: number) => `${texts[i % texts.length]}${i >= texts.length ? i : ""}`;

/** The uninterrupted run that the others are compared with; made once. */
let reference: Promise<{ whole: Buffer; ms: number }> | undefined;
function prepareRun(): Promise<{ whole: Buffer; ms: number }> {
  reference ??= (async () => {
    await writeRecords("posts.jsonl", 3000, posts);
    const began = performance.now();
    await run("posts.jsonl", "whole.jsonl");
    return { whole: readFileSync(path("whole.jsonl")), ms: performance.now() - began };
  })();
  return reference;
}

async function kills(): Promise<void> {
  const { whole, ms } = await prepareRun();
  let killed = 0;
  const reached: number[] = [];
  for (let i = 0; i < 30; i++) {
    const killAt = async (journal: string, hasEnded: () => boolean) => {
      const before = sizeOf(journal);
      if (i % 4 > 0) while (sizeOf(journal) <= before && !hasEnded()) await wait(5);
      await wait(Math.random() * (ms / 12));
    };
    const { code } = await run("posts.jsonl", "killed.jsonl", { killAt, more: inThreads });
    if (code === null) killed++;
    reached.push(sizeOf(path("killed.jsonl")) / whole.length);
  }
  const { code } = await run("posts.jsonl", "killed.jsonl", { more: inThreads });
  const isSame = readFileSync(path("killed.jsonl")).equals(whole);
  console.log(`kills       ${killed} of 30 runs killed; reached ${reached.map(percent).join(" ")}`);
  console.log(`            then exit ${code}, byte-identical: ${isSame}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

async function disk(): Promise<void> {
  const { whole } = await prepareRun();
  const mounted = path("disk");
  mkdirSync(mounted);
  const isTmpfs = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", mounted]).status === 0;
  const codes: (number | null)[] = [];
  const reached: number[] = [];
  try {
    for (const share of [0, 0.01, 0.1, 0.3, 0.31, 0.6, 0.95]) {
      const room = Math.floor((whole.length * share) / 1024) + 4;
      if (isTmpfs) spawnSync("mount", ["-o", `remount,size=${room}k`, mounted]);
      const { code } = await run(
        "posts.jsonl",
        "disk/full.jsonl",
        isTmpfs ? { more: inThreads } : { room, more: inThreads },
      );
      codes.push(code);
      reached.push(sizeOf(path("disk/full.jsonl")) / whole.length);
    }
    if (isTmpfs) spawnSync("mount", ["-o", `remount,size=${2 * whole.length}`, mounted]);
    const { code } = await run("posts.jsonl", "disk/full.jsonl", { more: inThreads });
    const isSame = readFileSync(path("disk/full.jsonl")).equals(whole);
    console.log(
      `disk        ${isTmpfs ? "a tmpfs" : "ulimit -f"}: exits ${codes.join(" ")}; reached ${reached.map(percent).join(" ")}`,
    );
    console.log(`            then exit ${code}, byte-identical: ${isSame}`);
  } finally {
    if (isTmpfs) spawnSync("umount", [mounted]);
  }
}

const FAILED = "whole.jsonl.failed.jsonl";

/** Resumes in this process, on one thread with the translations kept: hundreds of processes would only start. */
async function journal(): Promise<void> {
  const { whole } = await prepareRun();
  const full = readFileSync(path("whole.jsonl.journal"));
  const mark = full.lastIndexOf("\n", full.length - 2) + 1;
  const lastEntry = full.lastIndexOf("\n", mark - 2) + 1;
  const places = [
    ...Array.from({ length: full.length - lastEntry }, (_, i) => lastEntry + i),
    ...Array.from({ length: 20 }, () => Math.floor(Math.random() * full.length)),
  ];
  const translator = createTranslator({ memory: new Map<string, string>() });
  let same = 0;
  for (const place of places) {
    copyFileSync(path("whole.jsonl"), path("cut.jsonl"));
    if (existsSync(path(FAILED))) copyFileSync(path(FAILED), path("cut.jsonl.failed.jsonl"));
    writeFileSync(path("cut.jsonl.journal"), full.subarray(0, place));
    const out = path("cut.jsonl");
    // A journal without its first line is no run's: it is begun anew.
    const restart = !full.subarray(0, place).includes("\n");
    const threads = Number(values.threads);
    await translateArchive(readArchive([path("posts.jsonl")]), { translator, out, restart, threads });
    if (readFileSync(out).equals(whole)) same++;
  }
  await translator.close();
  console.log(
    `journal     cut at each of the last ${full.length - lastEntry} bytes and at 20 places anywhere: ${same} of ${places.length} byte-identical`,
  );
}

async function memory(): Promise<void> {
  const measure = async (what: string, counts: readonly number[], textOf: (i: number) => string, more: string[]) => {
    const peaks: number[] = [];
    for (const count of counts) {
      await writeRecords("records.jsonl", count, textOf);
      const began = performance.now();
      const { code, peak } = await run("records.jsonl", "memory.jsonl", { more });
      peaks.push(peak);
      const seconds = (performance.now() - began) / 1000;
      console.log(`memory      ${count} ${what}: peak ${peak.toFixed(0)} MiB, ${seconds.toFixed(0)} s, exit ${code}`);
      for (const file of ["memory.jsonl", "memory.jsonl.journal", "memory"]) rmSync(path(file), { force: true });
    }
    console.log(`            ratio ${(peaks[1]! / peaks[0]!).toFixed(2)}`);
  };
  const beginnings = [...new Set(texts.map((text) => [...text].slice(0, 6).join("")))].slice(0, 300);
  const repeated = (i: number) => beginnings[i % beginnings.length]!;
  await measure("records of 300 texts", [50_000, Number(values.records)], repeated, ["--memory", path("memory")]);
  if (values.distinct === undefined) return;
  const count = Number(values.distinct);
  const sentences = [...new Set(texts.flatMap((text) => text.split(/(?<=[。！？])/)))].filter(
    (sentence) => sentence.length > 8 && sentence.length < 40,
  );
  // The second sentence is another one each time that the first comes round again.
  const pair = (i: number) => {
    const [first, round] = [i % sentences.length, 1 + Math.floor(i / sentences.length)];
    return `${sentences[first]}${sentences[(first + round) % sentences.length]}`;
  };
  await measure("distinct records", [count / 20, count], pair, inThreads);
}

const PIECES = 10;

/**
 * The bare translator and a run on one thread, by turns over the same pieces of the posts, in one process and with one
 * translator: what the machine does meanwhile is done to both, and V8 compiles for both. The first piece is not timed.
 */
async function throughput(): Promise<void> {
  const count = Number(values.count);
  const translator = createTranslator();
  const bare = async (items: ArchiveRecord[]) => {
    for await (const _ of translator.translateAll(items.map(({ text }) => text)));
  };
  const archived = (items: ArchiveRecord[]) =>
    translateArchive(items, { translator, out: path("turn.jsonl"), restart: true });
  const spent = { bare: [0, 0], archived: [0, 0] } as Record<"bare" | "archived", [clock: number, processor: number]>;
  const size = Math.ceil(count / 2 / PIECES);
  for (let piece = 0; piece <= PIECES; piece++) {
    const items = Array.from({ length: size }, (_, i) => ({ id: String(i), text: posts(piece * size + i) }));
    for (const [name, action] of Object.entries({ bare, archived })) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      await action(items);
      const { user, system } = process.cpuUsage(used);
      if (piece === 0) continue;
      const sums = spent[name as keyof typeof spent];
      sums[0] += (performance.now() - began) / 1000;
      sums[1] += (user + system) / 1e6;
    }
  }
  const total = PIECES * size;
  const said = (name: keyof typeof spent) =>
    `${(total / spent[name][0]).toFixed(0)} posts/s by the clock, ${(total / spent[name][1]).toFixed(0)} by processor time`;
  console.log(`throughput  bare translator: ${said("bare")}; a run on one thread: ${said("archived")}`);
  const ratio = (i: 0 | 1) => (spent.bare[i] / spent.archived[i]).toFixed(2);
  console.log(`            a run / bare translator: ${ratio(0)} by the clock, ${ratio(1)} by processor time`);
  await separately(count);
}

/** The command over all posts on one core, on one thread and as many cores as it likes, and in two threads. */
async function separately(count: number): Promise<void> {
  await writeRecords("all.jsonl", count, posts);
  const timed = async (name: string, options: RunOptions) => {
    const began = performance.now();
    const { processor } = await run("all.jsonl", `${name}.out`, options);
    return { seconds: (performance.now() - began) / 1000, processor };
  };
  const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
  const core = hasTaskset ? await timed("core", { before: "taskset -c 0" }) : undefined;
  const one = await timed("one", {});
  const two = await timed("two", { more: ["--threads", "2"] });
  const said = ({ seconds, processor }: Spent) =>
    `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor time)`;
  const times = (from: Spent, to: Spent) => `${(from.seconds / to.seconds).toFixed(2)} ×`;
  console.log(
    `            the command: on one core ${core ? said(core) : "not measured, there is no taskset"}, ` +
      `one thread ${said(one)}, two threads ${said(two)}`,
  );
  console.log(
    `            by the clock: two threads / one core ${core ? times(core, two) : "-"}, two threads / one thread ${times(one, two)}`,
  );
  const same = ["two.out", "core.out"].filter((out) => existsSync(path(out)));
  const isSame = same.every((out) => readFileSync(path(out)).equals(readFileSync(path("one.out"))));
  console.log(`            byte-identical: ${isSame}`);
}

interface Spent {
  seconds: number;
  processor: number;
}

const MEASURES = { kills, disk, journal, memory, throughput };
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (positionals.length === 0 || positionals.includes(name)) await measure();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
