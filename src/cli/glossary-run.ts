import { writeFileSync } from "node:fs";
import { readArchive } from "../archive/read.js";
import { isBroken, placeOf } from "../archive/record.js";
import { ArgumentError, NotMilletError } from "../errors.js";
import type { OnConflict } from "../glossary/merge.js";
import type { GlossaryEntry } from "../model.js";
import { checkTranslations, type TranslationPair } from "../terminology/check/check.js";
import { formatOfFile, readGlossaryFile } from "../terminology/files.js";
import { learnSenses, type SenseExample } from "../terminology/learn/learn.js";
import { type MinedPost, termCandidateSchema } from "../terminology/mine/candidate.js";
import { mineTerms } from "../terminology/mine/mine.js";
import { reviewFile } from "../terminology/review/run.js";
import type { PostOptions } from "./glossary-commands.js";
import { keepHeapSmall } from "./heap.js";
import { readTextFile } from "./input.js";

interface OutOption {
  out?: string;
}

/** Runs `glossary lint`; fails where there is an error. */
export function lint(file: string): void {
  const glossary = readGlossaryFile(file);
  const findings = glossary.lint();
  if (findings.length === 0) note(`${file}: ${counted(glossary.size, "entry", "entries")}, nothing to mend.`);
  for (const { severity, code, message, index } of findings) print(`${severity}\tentry ${index}\t${code}\t${message}`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    throw new NotMilletError("invalid-glossary", `${file}: ${counted(errors, "error", "errors")}.`, { file, errors });
}

/** Runs `glossary convert`. */
export function convert(file: string, options: { to: string; from?: string } & OutOption): void {
  const { text, skipped, reduced } = readGlossaryFile(file, options.from).stringify({ format: options.to });
  write(text, options.out);
  for (const { entry, reason } of skipped) note(`left out: ${entry.source}: ${reason}`);
  if (reduced.length > 0) {
    const fields = [...new Set(reduced.flatMap(({ lost }) => lost))].join(", ");
    note(
      `${counted(reduced.length, "entry was", "entries were")} written without what ${options.to} has no place for (${fields}).`,
    );
  }
}

/** Runs `glossary merge`. */
export function merge(files: readonly string[], options: { onConflict: OnConflict } & OutOption): void {
  const [first, ...others] = files.map((file) => readGlossaryFile(file));
  const merged = others.reduce((sum, other) => sum.merge(other, { onConflict: options.onConflict }), first!);
  const format = options.out === undefined ? "json" : formatOfFile(options.out);
  write(merged.stringify({ format }).text, options.out);
}

/** Runs `glossary diff`. */
export function diff(before: string, after: string): void {
  const { added, removed, changed } = readGlossaryFile(before).diff(readGlossaryFile(after));
  if (added.length + removed.length + changed.length === 0) note(`${before} and ${after} have the same entries.`);
  for (const entry of removed) print(`- ${entry.source}\t${entry.target}`);
  for (const entry of added) print(`+ ${entry.source}\t${entry.target}`);
  for (const { before, after, fields } of changed) {
    const values = (entry: GlossaryEntry) => fields.map((field) => JSON.stringify(entry[field as keyof GlossaryEntry]));
    print(
      `~ ${after.source}\t${fields.map((field, i) => `${field}: ${values(before)[i]} → ${values(after)[i]}`).join("; ")}`,
    );
  }
}

/** Runs `glossary mine`. */
export async function mine(
  files: readonly string[],
  options: PostOptions & OutOption & { glossary: string; minCount: number; limit: number },
): Promise<void> {
  keepHeapSmall();
  const { minCount, limit } = options;
  const candidates = await mineTerms(posts(files, options), {
    glossary: readGlossaryFile(options.glossary),
    minCount,
    limit,
  });
  write(candidates.map((candidate) => `${JSON.stringify(candidate)}\n`).join(""), options.out);
}

/** Runs `glossary check`. */
export async function check(
  files: readonly string[],
  options: PostOptions & { glossary: string; every?: boolean; json?: boolean },
): Promise<void> {
  const pairs: TranslationPair[] = [];
  // Of each pair which post it is, counted from 1.
  const numbers: number[] = [];
  let number = 0;
  for await (const post of posts(files, options)) {
    number++;
    if (typeof post === "string") continue;
    pairs.push(post);
    numbers.push(number);
  }
  if (number > 0 && pairs.length === 0) {
    const message = `No post has a field "${options.translationField}" with its English. Name the field: --translation-field.`;
    throw new ArgumentError(message, { field: options.translationField });
  }
  const checked = checkTranslations(pairs, readGlossaryFile(options.glossary), {
    everyOccurrence: options.every === true,
  });
  const findings = checked.findings.map((finding) => ({ ...finding, pair: numbers[finding.pair]! - 1 }));
  const found = { ...checked, findings };
  const without = number - pairs.length;
  if (without > 0) note(`left out: ${counted(without, "post", "posts")} without English.`);
  if (options.json) return print(JSON.stringify(found));
  for (const { pair, kind, message } of findings) print(`${pair + 1}\t${kind}\t${message}`);
  const count = (kind: string) => found.findings.filter((finding) => finding.kind === kind).length;
  const total = found.terms.reduce((sum, term) => sum + term.count, 0);
  note(
    `${counted(found.pairs, "text", "texts")}, ${counted(total, "term", "terms")}: ${count("missed")} missed, ${count("mistranslated")} mistranslated, ${count("inconsistent")} inconsistent.`,
  );
}

/** Runs `glossary learn`. */
export async function learn(file: string, examples: string, options: OutOption): Promise<void> {
  const learned = learnSenses(
    readGlossaryFile(file),
    await jsonLines(examples, "an example", (value) => value as SenseExample),
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

/** Runs `glossary review`. */
export async function review(file: string, candidates: string): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const gone = new AbortController();
  let isHungUp = false;
  const leave = () => gone.abort();
  const hangUp = () => {
    isHungUp = true;
    leave();
  };
  // Where the terminal is gone nobody reads what is told; the files have it.
  process.stderr.on("error", hangUp);
  input.on("error", hangUp);
  process.on("SIGHUP", hangUp).on("SIGINT", leave).on("SIGTERM", leave);
  try {
    const color = output.isTTY === true && !process.env.NO_COLOR;
    const proposed = await jsonLines(candidates, "a candidate that glossary mine printed", (value) =>
      termCandidateSchema.parse(value),
    );
    const result = await reviewFile(file, proposed, { input, output, color, signal: gone.signal });
    const { accepted, rejected, skipped, open } = result.progress;
    if (result.end === "gone") note("");
    note(`accepted ${accepted}, rejected ${rejected}, skipped ${skipped}, open ${open}; all is in ${result.log}.`);
    if (result.damaged.length > 0) note(`lines of it that are no decisions: ${result.damaged.join(", ")}.`);
    if (result.wasChanged) note(`${file} was changed meanwhile; what was accepted was added to the changed one.`);
    for (const { source, ours, theirs } of result.conflicts) {
      note(`${source} is ${ours.target} in ${file}, and stays; accepted was ${theirs.target}.`);
    }
    for (const { entry, reason } of result.skipped) note(`left out: ${entry.source}: ${reason}`);
    note(`${counted(result.added.length, "entry was", "entries were")} added to ${file}.`);
  } finally {
    process.off("SIGHUP", hangUp).off("SIGINT", leave).off("SIGTERM", leave);
    // All is done; an ordinary exit would fail at putting right a terminal that is no more.
    if (isHungUp) process.kill(process.pid, "SIGHUP");
    input.unref?.();
  }
}

/** The posts of archives, with their English where they have it; what is no post is told and left out. */
async function* posts(files: readonly string[], options: PostOptions): AsyncGenerator<MinedPost> {
  const { format, encoding, textField, translationField = "translation" } = options;
  for await (const item of readArchive(files, { format, encoding, textField })) {
    if (isBroken(item)) {
      note(`left out: ${placeOf(item)}: ${item.reason}`);
      continue;
    }
    const translation = item.meta?.[translationField];
    yield typeof translation === "string" ? { source: item.text, translation } : item.text;
  }
}

async function jsonLines<T>(file: string, what: string, read: (value: unknown) => T): Promise<T[]> {
  const lines = (await readTextFile(file)).split("\n");
  return lines.flatMap((line, i): T[] => {
    if (line.trim() === "") return [];
    try {
      return [read(JSON.parse(line))];
    } catch (error) {
      const expected = error instanceof SyntaxError ? "JSON" : what;
      throw new ArgumentError(`${file}, line ${i + 1}: it is not ${expected}.`, { file, line: i + 1 }, error);
    }
  });
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function note(message: string): void {
  process.stderr.write(`${message}\n`);
}
