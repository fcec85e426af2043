import type { EntryKind } from "../../model.js";
import type { ProposedEnglish } from "./candidate.js";
import type { Observation } from "./observation.js";
import type { Judged } from "./score.js";
import type { CommonVocabulary } from "./vocabulary.js";

const HAN = /\p{Script=Han}/u;

/**
 * The English to propose for a form, by what is best known: translations of its posts, Latin letters beside it, the
 * dictionaries, its pinyin.
 */
export function proposeEnglish(
  { key, seen, known }: Judged,
  kind: EntryKind,
  translated: ProposedEnglish | undefined,
  vocabulary: CommonVocabulary,
): ProposedEnglish | undefined {
  if (!HAN.test(key)) return { text: seen.form, source: "posts", count: seen.count };
  if (translated && translated.consistency! >= 0.5) return fitted(translated, key, seen, vocabulary);
  const pinyin = vocabulary.pinyin(key, kind === "person");
  const written = writtenBeside(seen, pinyin, vocabulary);
  // An ordinary word may well stand at the end of a name: 雪舞黄油（Snowdance）.
  if (written && (known.ordinary < 1 || written.count > seen.count)) return written;
  if (known.name) return { text: known.name.english, source: known.name.source, count: 0 };
  if (translated) return translated;
  const gloss = vocabulary.english(key);
  if (gloss !== undefined) return { text: gloss, source: "CC-CEDICT", count: 0 };
  return pinyin === undefined ? undefined : { text: pinyin, source: "pinyin", count: 0 };
}

/** Of the translations that have the English, this part has to have a word more of it. */
const NEARLY = 0.85;

/**
 * The English of translations, made to fit the form: with its last word, where that is an ordinary one that the
 * translations have too (雾岛音箱, the Misty Isle speaker); else as posts write it in parentheses, without what always
 * follows it (云雀（Lark）, where the translations speak of Lark earbuds).
 */
function fitted(
  translated: ProposedEnglish,
  key: string,
  { latin, translations }: Observation,
  vocabulary: CommonVocabulary,
): ProposedEnglish {
  for (const head of headsOf(key, vocabulary)) {
    const whole = `${translated.text} ${head}`;
    const count = translations.filter((text) => hasWords(text, whole)).length;
    if (count > 0 && count >= NEARLY * translated.count) return { ...translated, text: whole, count };
  }
  const isIn = (text: string) => hasWords(translated.text, text) && !hasWords(text, translated.text);
  const written = [...latin].find(([text, times]) => times >= ENOUGH && isIn(text));
  return written ? { text: written[0], source: "posts", count: written[1] } : translated;
}

/** What the ordinary word of two characters is called that a name of four or more ends with. */
function headsOf(key: string, vocabulary: CommonVocabulary): string[] {
  if (key.length < 4 || vocabulary.isCompound(key)) return [];
  return vocabulary
    .glosses(key.slice(-2))
    .ordinary.map((gloss) => gloss.split(/[,;(]/)[0]!.trim())
    .filter(Boolean);
}

function hasWords(text: string, words: string): boolean {
  return ` ${wordsOnly(text)} `.includes(` ${wordsOnly(words)} `);
}

const wordsOnly = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

/** The English of a name with a model's letters and digits, of which the name's own English is known: 岚骐L7, Lanqi L7. */
export function composeEnglish(
  form: string,
  englishOf: (part: string) => Pick<ProposedEnglish, "text" | "source"> | undefined,
): ProposedEnglish | undefined {
  const [, name, model] = MODEL.exec(form) ?? [];
  const english = name === undefined ? undefined : englishOf(name);
  return english && { text: `${english.text} ${model!}`, source: english.source, count: 0 };
}

const MODEL = /^(\p{Script=Han}{2,})\s?([\p{Script=Latin}\d][\p{Script=Latin}\d .+-]*)$/u;

const spelling = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, "");

/** In parentheses it counts three times: once there, or three times next to the form, is enough. */
const ENOUGH = 3;
/** An ordinary English word has to stand in parentheses repeatedly, once at least with the form by itself: 云雀（Lark）. */
const REPEATEDLY = 5;

/** The Latin word that stands beside a form and is likely to be its English; its pinyin is at once. */
function writtenBeside(
  { latin, bracketed }: Pick<Observation, "latin" | "bracketed">,
  pinyin: string | undefined,
  vocabulary: CommonVocabulary,
): ProposedEnglish | undefined {
  const ranked = [...latin].sort((a, b) => b[1] - a[1]);
  const spelled = ranked.find(([text]) => pinyin !== undefined && spelling(text) === spelling(pinyin));
  const isLikely = (text: string) =>
    !vocabulary.isEnglish(text) || (bracketed.has(text) && latin.get(text)! >= REPEATEDLY);
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  const [first] = ranked;
  const likely =
    spelled ?? (first && first[1] >= ENOUGH && first[1] > total / 2 && isLikely(first[0]) ? first : undefined);
  return likely && { text: likely[0], source: "posts", count: likely[1] };
}
