import { createRequire } from "node:module";
import { characterTables, SIMPLIFIED, TRADITIONAL } from "./characters.js";

const load = createRequire(import.meta.url);

/** Letters that a text without Han characters needs before its words tell its language (franc errs below that). */
const FRANC_MINIMUM = 30;

/** Letters of a language's words that weigh as much as one Han character, which is a syllable. */
const LETTERS_PER_HAN = 4;

const LINK = /[a-z]{1,10}:\/\/[\w.~:/?#@!$&*+,;=%-]{1,2000}/gi;

/**
 * Tells the language of a text as a BCP 47 tag.
 *
 * The scripts are counted first: Han characters make `"zh-Hans"`, `"zh-Hant"`, or `"zh"` where nothing tells them apart;
 * kana `"ja"`; hangul `"ko"`. Text of other letters is shown to franc where it is long enough (30 letters); what is
 * shorter is `"und"`.
 */
export function detectLanguage(text: string): string {
  const { han, kana, hangul, letters, traditional, simplified } = countScripts(text);
  const east = han + kana + hangul;
  if (east === 0 && letters < FRANC_MINIMUM) return "und";
  if (east * LETTERS_PER_HAN < letters && letters >= FRANC_MINIMUM) return askFranc(text);
  if (hangul > han + kana) return "ko";
  // A single の is a fashion in Chinese posts; a Japanese sentence has kana in every word.
  if (kana * 5 > han + kana && kana > 2) return "ja";
  if (traditional === simplified) return "zh";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

function countScripts(text: string) {
  const { flags } = characterTables();
  const count = { han: 0, kana: 0, hangul: 0, letters: 0, traditional: 0, simplified: 0 };
  const readable = text.includes("://") ? text.replace(LINK, " ") : text;
  for (let i = 0; i < readable.length; i++) {
    const unit = readable.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      count.han++;
      const flag = flags[unit]!;
      if (flag === TRADITIONAL) count.traditional++;
      else if (flag === SIMPLIFIED) count.simplified++;
    } else if (unit < 0x80) {
      const lower = unit | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) count.letters++;
    } else if (unit >= 0x3041 && unit <= 0x30fa) count.kana++;
    else if (unit >= 0xac00 && unit <= 0xd7a3) count.hangul++;
    else if ((unit >= 0x3400 && unit < 0x4e00) || (unit >= 0xf900 && unit <= 0xfaff)) count.han++;
    else if (unit >= 0xc0 && unit <= 0x1fff && unit !== 0xd7 && unit !== 0xf7) count.letters++;
    else if ((unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) count.letters++;
  }
  return count;
}

/** How much of a text franc is shown: more does not make it surer. */
const FRANC_MAXIMUM = 2000;

function askFranc(text: string): string {
  const franc = loadFranc();
  if (!franc) return "und";
  // Intl turns ISO 639-3, which franc speaks, into the shortest tag: "eng" → "en".
  return Intl.getCanonicalLocales(franc(text.slice(0, FRANC_MAXIMUM)))[0] ?? "und";
}

/** franc is an ES module: before Node 20.19 it cannot be loaded synchronously. */
function loadFranc(): typeof import("franc").franc | undefined {
  try {
    return (load("franc") as typeof import("franc")).franc;
  } catch {
    return undefined;
  }
}
