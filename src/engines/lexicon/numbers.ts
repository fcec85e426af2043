const DIGITS = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value]));
DIGITS.set("〇", 0).set("两", 2).set("俩", 2).set("仨", 3).set("壹", 1).set("贰", 2).set("叁", 3);
const UNITS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 1e4],
  ["亿", 1e8],
]);
const SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** The characters of Chinese numerals, as the inside of a character class. */
export const NUMERALS = "零〇一二两三四五六七八九十百千万亿";

/** The value of a Chinese numeral, Arabic digits with Chinese units included: `三千五百` 3500, `1.8亿` 180000000; undefined where it is none. */
export function numeralValue(text: string): number | undefined {
  const plain = /^[零〇一二三四五六七八九]{2,}$/.test(text);
  if (plain) return Number([...text].map((digit) => DIGITS.get(digit)).join(""));
  let total = 0;
  let section = 0;
  let current: number | undefined;
  for (const [piece] of text.matchAll(/\d[\d,]*(?:\.\d+)?|./gu)) {
    const unit = UNITS.get(piece);
    if (unit === undefined) {
      const value = DIGITS.get(piece) ?? Number(piece.replaceAll(",", ""));
      if (Number.isNaN(value)) return undefined;
      current = value;
    } else if (unit < 1e4) {
      section += (current ?? 1) * unit;
      current = undefined;
    } else {
      const counted = section + (current ?? 0);
      // 一亿二千万: a smaller unit leaves alone what a larger one has counted
      const inner = total % unit;
      const all = total >= unit ? counted : inner + counted;
      total = (total >= unit ? total : 0) + (all || (total >= unit ? 0 : 1)) * unit;
      section = 0;
      current = undefined;
    }
  }
  return total + section + (current ?? 0);
}

/** A number in English: up to twelve in words where the source was a Chinese numeral, large ones with million and billion. */
export function numberInEnglish(value: number, spelled: boolean): string {
  if (spelled && Number.isInteger(value) && value <= 12) return SMALL[value]!;
  for (const [size, name] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const) {
    if (value >= size && Number.isInteger((value / size) * 1000)) return `${trim(value / size)} ${name}`;
  }
  return value >= 10000 ? value.toLocaleString("en-US", { maximumFractionDigits: 4 }) : trim(value);
}

/** An ordinal in English: "first" … "tenth", then "11th". */
export function ordinalInEnglish(value: number): string {
  if (value >= 1e6 && value % 1e5 === 0) return `${numberInEnglish(value, true)}th`;
  return ORDINALS[value] ?? `${value}${ordinalSuffix(value)}`;
}

/** The suffix of an ordinal written with digits: st, nd, rd, th. */
export function ordinalSuffix(value: number): string {
  const tens = Math.floor(value / 10) % 10;
  return tens === 1 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
}

const trim = (value: number): string => String(Math.round(value * 1000) / 1000);
