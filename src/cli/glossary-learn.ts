import { formatOfFile, readGlossaryFile } from "../terminology/files.js";
import { learnSenses, type SenseExample } from "../terminology/learn/learn.js";
import { readJsonLines } from "./input.js";
import { note, write } from "./print.js";

/** Runs `glossary learn`. */
export async function learn(file: string, examples: string, options: { out?: string }): Promise<void> {
  const learned = learnSenses(
    readGlossaryFile(file),
    await readJsonLines(examples, "an example", (value) => value as SenseExample),
  );
  write(learned.glossary.stringify({ format: formatOfFile(options.out ?? "") }).text, options.out);
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  for (const { before, examples, accuracyBefore, accuracyAfter, method, reason } of learned.entries) {
    const change = `${percent(accuracyBefore)} → ${percent(accuracyAfter)} of ${examples}`;
    note(`${before.source}: ${change}, learned: ${method}; ${reason}`);
  }
  for (const { reason } of learned.skipped) note(`left out: ${reason}`);
  note(`right, of examples that were held out: ${percent(learned.accuracyBefore)} → ${percent(learned.accuracyAfter)}`);
}
