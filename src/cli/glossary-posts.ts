import { readArchive } from "../archive/read.js";
import { isBroken, placeOf } from "../archive/record.js";
import { ArgumentError } from "../errors.js";
import { checkTranslations, type TranslationPair } from "../terminology/check/check.js";
import { readGlossaryFile } from "../terminology/files.js";
import type { MinedPost } from "../terminology/mine/candidate.js";
import { mineTerms } from "../terminology/mine/mine.js";
import type { PostOptions } from "./glossary-commands.js";
import { keepHeapSmall } from "./heap.js";
import { counted, note, print, write } from "./print.js";

/** Runs `glossary mine`. */
export async function mine(
  files: readonly string[],
  options: PostOptions & { glossary: string; minCount: number; limit: number; out?: string },
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
