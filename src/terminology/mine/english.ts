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
  translated: ProposedEnglish | undefined,
  vocabulary: CommonVocabulary,
): ProposedEnglish | undefined {
  if (!HAN.test(key)) return { text: seen.form, source: "posts", count: seen.count };
  if (translated && translated.consistency! >= 0.5) return translated;
  const pinyin = vocabulary.pinyin(key);
  const written = writtenBeside(seen.latin, pinyin, vocabulary);
  if (written) return written;
  if (known.name) return { text: known.name.english, source: known.name.source, count: 0 };
  if (translated) return translated;
  const gloss = vocabulary.english(key);
  if (gloss !== undefined) return { text: gloss, source: "CC-CEDICT", count: 0 };
  return pinyin === undefined ? undefined : { text: pinyin, source: "pinyin", count: 0 };
}

/** In parentheses it counts three times: once there, or three times next to the form, is enough. */
const ENOUGH = 3;

/** The Latin word that stands beside a form and is likely to be its English; its pinyin is at once. */
function writtenBeside(
  latin: ReadonlyMap<string, number>,
  pinyin: string | undefined,
  vocabulary: CommonVocabulary,
): ProposedEnglish | undefined {
  const ranked = [...latin].sort((a, b) => b[1] - a[1]);
  const spelled = ranked.find(([text]) => pinyin !== undefined && text.toLowerCase() === pinyin.toLowerCase());
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  const [first] = ranked;
  const likely =
    spelled ??
    (first && first[1] >= ENOUGH && first[1] > total / 2 && !vocabulary.isEnglish(first[0]) ? first : undefined);
  return likely && { text: likely[0], source: "posts", count: likely[1] };
}
