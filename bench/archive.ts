/**
 * Measures runs over archives: kills, a full disk, memory, throughput.
 *
 *     npm run build && npx tsx bench/archive.ts [kills|disk|memory|throughput …] [--posts POSTS.jsonl] [--small]
 *
 * - kills: 30 × SIGKILL at random moments of a run over 3,000 posts with the embedded engine, then a run to the end:
 *   whether the output is byte for byte that of an uninterrupted run.
 * - disk: the same run on a file system that fills up (a limit on the size of files, as `ulimit -f` sets), with more room
 *   each time.
 * - memory: the peak of a run over 50,000 and over 1,000,000 short records (`--small`: 5,000 and 50,000).
 * - throughput: posts a second of the bare translator, of a run on one thread, and of a run with two worker threads, taken
 *   in turns, the better of two: by the clock, and by the processor time of the busiest thread, which other programs
 *   disturb less.
 */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type * as archive from "../src/archive/index.js";
import type * as library from "../src/index.js";

const at = (path: string) => new URL(`../dist/${path}`, import.meta.url);
const { createTranslator } = (await import(at("index.js").href)) as typeof library;
const { translateArchive } = (await import(at("archive.js").href)) as typeof archive;
const main = resolve(fileURLToPath(at("cli/main.js")));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { posts: { type: "string", default: "../shared/data/weibo-posts.jsonl" }, small: { type: "boolean" } },
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
}

const REPORT = "data:text/javascript,process.on('exit',()=>console.log(process.resourceUsage().maxRSS/1024))";

/** Runs the command line in a process of its own. */
function run(
  input: string,
  out: string,
  { killAfter, room }: { killAfter?: number; room?: number } = {},
): Promise<Ended> {
  const limit = room === undefined ? "" : `ulimit -f ${room}; `;
  const command = ["--import", REPORT, main, "archive", path(input), "--out", path(out)];
  const child = spawn("bash", ["-c", `${limit}exec "$0" "$@"`, process.execPath, ...command], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let peak = 0;
  child.stdout.on("data", (text) => {
    peak = Number(text);
  });
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done) => child.on("close", (code) => done({ code, peak })));
}

async function writeRecords(name: string, count: number, textOf: (i: number) => string): Promise<void> {
  const stream = createWriteStream(path(name));
  for (let i = 0; i < count; i++) {
    const line = `${JSON.stringify({ id: String(i), text: textOf(i) })}\n`;
    if (!stream.write(line)) await new Promise<void>((done) => stream.once("drain", () => done()));
  }
  await new Promise<void>((done) => stream.end(() => done()));
}

const posts = (i: number) => `${texts[i % texts.length]}${i >= texts.length ? i : ""}`;

async function prepareRun(): Promise<{ whole: Buffer; ms: number }> {
  await writeRecords("posts.jsonl", 3000, posts);
  const began = performance.now();
  await run("posts.jsonl", "whole.jsonl");
  return { whole: readFileSync(path("whole.jsonl")), ms: performance.now() - began };
}

async function kills(): Promise<void> {
  const { whole, ms } = await prepareRun();
  let killed = 0;
  const moments: number[] = [];
  for (let i = 0; i < 30; i++) {
    // Each run gets on a little before it is killed, so that the kills spread over the whole archive.
    const killAfter = 1500 + Math.random() * (ms / 10);
    const { code } = await run("posts.jsonl", "killed.jsonl", { killAfter });
    if (code === null) killed++;
    moments.push(existsSync(path("killed.jsonl")) ? readFileSync(path("killed.jsonl")).length / whole.length : 0);
  }
  const { code } = await run("posts.jsonl", "killed.jsonl");
  const isSame = readFileSync(path("killed.jsonl")).equals(whole);
  console.log(
    `kills       ${killed} of 30 runs killed; reached ${moments.map((m) => `${Math.round(m * 100)}%`).join(" ")}`,
  );
  console.log(`            then exit ${code}, byte-identical: ${isSame}`);
}

async function disk(): Promise<void> {
  const { whole } = await prepareRun();
  const codes: (number | null)[] = [];
  for (const share of [0.01, 0.1, 0.3, 0.31, 0.6, 0.95]) {
    const { code } = await run("posts.jsonl", "full.jsonl", { room: Math.floor((whole.length * share) / 1024) });
    codes.push(code);
  }
  const { code } = await run("posts.jsonl", "full.jsonl");
  const isSame = readFileSync(path("full.jsonl")).equals(whole);
  console.log(`disk        exits with a full disk ${codes.join(" ")}, then ${code}, byte-identical: ${isSame}`);
}

async function memory(): Promise<void> {
  const counts = values.small ? [5000, 50_000] : [50_000, 1_000_000];
  const peaks: number[] = [];
  for (const count of counts) {
    await writeRecords("records.jsonl", count, (i) => `小米${i}`);
    const { peak } = await run("records.jsonl", `memory-${count}.jsonl`);
    peaks.push(peak);
    console.log(`memory      ${count} records: peak ${peak.toFixed(0)} MiB`);
    for (const end of ["", ".journal"]) rmSync(path(`memory-${count}.jsonl${end}`), { force: true });
  }
  console.log(`            ratio ${(peaks[1]! / peaks[0]!).toFixed(2)}`);
}

/** The records of a measurement of throughput, and how many pass before the clock starts. */
const COUNT = 5000;
const WARM_UP = 1500;

async function throughput(): Promise<void> {
  const items = Array.from({ length: COUNT }, (_, i) => ({ id: String(i), text: posts(i) }));
  const translator = createTranslator();
  for (const text of texts.slice(0, 300)) await translator.translate(text);
  const best = new Map<string, { rate: number; busy: number }>();
  const measure = async (name: string, action: (onStart: () => void, onEnd: () => void) => Promise<unknown>) => {
    let began = { clock: 0, threads: new Map<string, number>() };
    let ended = began;
    const now = () => ({ clock: performance.now(), threads: threadTimes() });
    await action(
      () => {
        began = now();
      },
      () => {
        ended = now();
      },
    );
    const rate = (COUNT - WARM_UP) / ((ended.clock - began.clock) / 1000);
    const busy = Math.max(...[...ended.threads].map(([id, time]) => time - (began.threads.get(id) ?? 0)));
    const before = best.get(name);
    best.set(name, { rate: Math.max(before?.rate ?? 0, rate), busy: Math.min(before?.busy ?? Infinity, busy) });
  };
  const archiveOf = (out: string, threads: number) => (onStart: () => void, onEnd: () => void) =>
    // Threads take seconds to start and to warm up, once: the pace is that of the records after these.
    translateArchive(items, {
      ...{ translator, out: path(out), restart: true, threads },
      onProgress: ({ done }) => (done === WARM_UP ? onStart() : done === COUNT && onEnd()),
    });
  for (let round = 0; round < 2; round++) {
    await measure("bare translator", async (onStart, onEnd) => {
      let count = 0;
      for await (const _ of translator.translateAll(items.map(({ text }) => text))) if (++count === WARM_UP) onStart();
      onEnd();
    });
    await measure("archive, 1 thread", archiveOf("one.jsonl", 1));
    await measure("archive, 2 threads", archiveOf("two.jsonl", 2));
  }
  for (const [name, { rate, busy }] of best) {
    console.log(
      `throughput  ${name}: ${rate.toFixed(0)} posts/s; busiest thread ${busy.toFixed(2)} s of processor time`,
    );
  }
  const [bare, one, two] = [...best.values()] as [Pace, Pace, Pace];
  console.log(
    `            by the clock: one thread / bare ${(one.rate / bare.rate).toFixed(2)}, two / one ${(two.rate / one.rate).toFixed(2)}`,
  );
  console.log(
    `            by processor time: one thread / bare ${(bare.busy / one.busy).toFixed(2)}, two / one ${(one.busy / two.busy).toFixed(2)}`,
  );
}

interface Pace {
  rate: number;
  /** Processor time of the busiest thread in seconds: what the pace would come to with nothing else on the machine. */
  busy: number;
}

/** The processor time of each thread of this process in seconds (proc(5): utime and stime, in hundredths). */
function threadTimes(): Map<string, number> {
  const tasks = existsSync("/proc/self/task") ? readdirSync("/proc/self/task") : [];
  return new Map(
    tasks.map((id) => {
      const stat = readFileSync(`/proc/self/task/${id}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return [id, (Number(fields[11]) + Number(fields[12])) / 100];
    }),
  );
}

const MEASURES = { kills, disk, memory, throughput };
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (positionals.length === 0 || positionals.includes(name)) await measure();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
