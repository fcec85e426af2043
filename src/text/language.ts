import { load } from "../package.js";
import { characterTables, SIMPLIFIED, TRADITIONAL } from "./characters.js";

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

const HAN = 1;
const KANA = 2;
const HANGUL = 3;
const LETTER = 4;
const TRADITIONAL_HAN = 5;
const SIMPLIFIED_HAN = 6;

let scripts: Uint8Array | undefined;

/** The script of each of the 65,536 UTF-16 code units, as far as they tell languages apart. */
function scriptTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const { flags } = characterTables();
  for (const [script, first, last] of [
    [LETTER, 0x41, 0x5a],
    [LETTER, 0x61, 0x7a],
    [LETTER, 0xc0, 0x1fff],
    [LETTER, 0xff21, 0xff3a],
    [LETTER, 0xff41, 0xff5a],
    [KANA, 0x3041, 0x30fa],
    [HANGUL, 0xac00, 0xd7a3],
    [HAN, 0x3400, 0x9fff],
    [HAN, 0xf900, 0xfaff],
  ] as const) {
    table.fill(script, first, last + 1);
  }
  for (const unit of [0xd7, 0xf7]) table[unit] = 0;
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    if (flags[unit] === TRADITIONAL) table[unit] = TRADITIONAL_HAN;
    else if (flags[unit] === SIMPLIFIED) table[unit] = SIMPLIFIED_HAN;
  }
  return table;
}

function countScripts(text: string) {
  scripts ??= scriptTable();
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const readable = text.includes("://") ? text.replace(LINK, " ") : text;
  for (let i = 0; i < readable.length; i++) counts[scripts[readable.charCodeAt(i)]!]!++;
  const [traditional, simplified] = [counts[TRADITIONAL_HAN]!, counts[SIMPLIFIED_HAN]!];
  return {
    han: counts[HAN]! + traditional + simplified,
    kana: counts[KANA]!,
    hangul: counts[HANGUL]!,
    letters: counts[LETTER]!,
    traditional,
    simplified,
  };
}

/** How much of a text franc is shown: more does not make it surer. */
const FRANC_MAXIMUM = 2000;

/** What franc chooses from, in ISO 639-3: with all that it knows, plain English is now and then Scots or Low German. */
const LANGUAGES = "eng fra deu spa por ita rus vie ind".split(" ");

function askFranc(text: string): string {
  const franc = loadFranc();
  if (!franc) return "und";
  // Intl turns ISO 639-3, which franc speaks, into the shortest tag: "eng" → "en".
  return Intl.getCanonicalLocales(franc(text.slice(0, FRANC_MAXIMUM), { only: LANGUAGES }))[0] ?? "und";
}

/** franc is an ES module: before Node 20.19 it cannot be loaded synchronously. */
function loadFranc(): typeof import("franc").franc | undefined {
  try {
    return (load("franc") as typeof import("franc")).franc;
  } catch {
    return undefined;
  }
}
