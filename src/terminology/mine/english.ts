import type { EntryKind } from "../../model.js";
import type { ProposedEnglish } from "./candidate.js";
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
  if (translated && translated.consistency! >= 0.5) return translated;
  const pinyin = vocabulary.pinyin(key, kind === "person");
  const written = writtenBeside(seen.latin, pinyin, vocabulary);
  // An ordinary word may well stand at the end of a name: 雪舞黄油（Snowdance）.
  if (written && (known.ordinary < 1 || written.count > seen.count)) return written;
  if (known.name) return { text: known.name.english, source: known.name.source, count: 0 };
  if (translated) return translated;
  const gloss = vocabulary.english(key);
  if (gloss !== undefined) return { text: gloss, source: "CC-CEDICT", count: 0 };
  return pinyin === undefined ? undefined : { text: pinyin, source: "pinyin", count: 0 };
}

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

/** The Latin word that stands beside a form and is likely to be its English; its pinyin is at once. */
function writtenBeside(
  latin: ReadonlyMap<string, number>,
  pinyin: string | undefined,
  vocabulary: CommonVocabulary,
): ProposedEnglish | undefined {
  const ranked = [...latin].sort((a, b) => b[1] - a[1]);
  const spelled = ranked.find(([text]) => pinyin !== undefined && spelling(text) === spelling(pinyin));
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  const [first] = ranked;
  const likely =
    spelled ??
    (first && first[1] >= ENOUGH && first[1] > total / 2 && !vocabulary.isEnglish(first[0]) ? first : undefined);
  return likely && { text: likely[0], source: "posts", count: likely[1] };
}
