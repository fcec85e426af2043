/**
 * Finds the names in a company's posts that no glossary has, and makes a glossary of them.
 *
 *     npx tsx examples/company-glossary.ts examples/company-posts.jsonl company.csv
 *
 * The table that it writes is for a person to correct (a pinyin is a spelling, not yet an English name), and for other
 * tools to read: `npx not-millet glossary convert company.csv --to tbx`.
 */
import { writeFile } from "node:fs/promises";
import { createTranslator, entryOfCandidate, Glossary, mineTerms } from "not-millet";
import { isBroken, readArchive } from "not-millet/archive";

const [archive, out] = process.argv.slice(2);
if (!archive || !out) {
  console.error("usage: company-glossary.ts ARCHIVE OUT.csv");
  process.exit(2);
}

const texts: string[] = [];
for await (const record of readArchive([archive])) if (!isBroken(record)) texts.push(record.text);

const bundled = Glossary.bundled();
const candidates = await mineTerms(texts, { glossary: bundled, minCount: 4 });
const names = candidates.filter(({ score }) => score > 0.5);
for (const { form, count, english, evidence } of names) {
  console.log(`${form} → ${english?.text} (${english?.source}), ${count} times: ${evidence.join("; ")}`);
}

const own = Glossary.of(names.map(entryOfCandidate));
for (const { message } of own.lint()) console.error(message);
await writeFile(out, own.stringify({ format: "csv" }).text);

const translator = createTranslator({ glossary: bundled.merge(own, { onConflict: "keep" }) });
console.log((await translator.translate(texts[0]!)).target.text);
await translator.close();
