/**
 * Looks for inputs that break what always holds, for as long as it is given; prints the seed of each part.
 *
 *     npm run fuzz -- [parse|formats|restore|readers|html …] [--seconds 60] [--seed N]
 *
 * `--seconds` is processor time for each part. A failure prints the smallest input that was found and ends with exit code
 * 1; the same seed finds it again.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { endWithReader } from "../src/cli/reader.js";
import { type Part, parts } from "../test/support/fuzz.js";

endWithReader();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string" } },
});
const milliseconds = Number(values.seconds) * 1000;
const chosen = positionals.length === 0 ? Object.keys(parts) : positionals;
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0 || !(milliseconds > 0)) {
  console.error(`Expected parts out of ${Object.keys(parts).join(", ")}, and --seconds above 0.`);
  process.exit(2);
}

for (const name of chosen) if (!(await fuzz(name, parts[name as keyof typeof parts]))) process.exitCode = 1;

/** Runs a part in rounds of a hundred inputs until its time is over; each round has the next seed. */
async function fuzz(name: string, part: Part): Promise<boolean> {
  const first = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed);
  const began = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  let seed = first;
  for (; used() < milliseconds; seed++) {
    const found = await fc.check(part(), { seed, numRuns: 100 });
    if (!found.failed) continue;
    console.log(`${name.padEnd(8)} FAILED, --seed ${seed}\n${reportOf(found)}`);
    return false;
  }
  console.log(`${name.padEnd(8)} ${(seed - first) * 100} inputs, seeds ${first} to ${seed - 1}, nothing found`);
  return true;
}

/** The smallest input and what was wrong with it, in one line each. */
function reportOf({ counterexample, errorInstance }: fc.RunDetails<unknown>): string {
  const input = JSON.stringify(counterexample, (_, value) => (value?.name && value.parse ? value.name : value));
  return `${input}\n${errorInstance instanceof Error ? errorInstance.stack : String(errorInstance)}`;
}
