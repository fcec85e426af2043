import { execFileSync } from "node:child_process";

/** The processor time of some work in milliseconds; other programs disturb it less than the clock. */
export function processorTime(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The best of several rounds for each of several pieces of work, which take turns, after a round that warms up. */
export function bestTimes<K extends string>(works: Record<K, () => void>, rounds: number): Record<K, number> {
  const best = {} as Record<K, number>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of Object.keys(works) as K[]) {
      const time = processorTime(works[name]);
      if (round > 0) best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, time);
    }
  }
  return best;
}

/** What a program took: processor time in milliseconds, and its highest memory in MiB. */
export interface Taken {
  milliseconds: number;
  mebibytes: number;
}

const REPORT =
  "data:text/javascript,process.on('exit',()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();" +
  "process.stderr.write('@'+JSON.stringify([(userCPUTime+systemCPUTime)/1000,maxRSS/1024]))})";

/** Runs Node in a process of its own, several times, and gives the least that it took. */
export function runNode(args: readonly string[], times = 5): Taken {
  const all = Array.from({ length: times }, (): Taken => {
    const command = ["--import", REPORT, ...args];
    const output = execFileSync("sh", ["-c", '"$0" "$@" 2>&1 >/dev/null', process.execPath, ...command], {
      encoding: "utf8",
    });
    const [milliseconds, mebibytes] = JSON.parse(output.slice(output.lastIndexOf("@") + 1)) as [number, number];
    return { milliseconds, mebibytes };
  });
  return {
    milliseconds: Math.min(...all.map((one) => one.milliseconds)),
    mebibytes: Math.min(...all.map((one) => one.mebibytes)),
  };
}

/** Prints a Markdown table. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  console.log(
    [`\n## ${title}\n`, line(header), line(header.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join(
      "\n",
    ),
  );
}
