import { lettersOf } from "./locate.js";

/** Letters that few words have side by side: every prefix is made of them, and nothing behind a prefix is. */
const RARE = "ZXQJ";
/** The prefixes that are tried first, as engines do least to them. */
const USUAL = ["ZX", "QX", "XQ", "ZQ", "QZ", "XZ", "JX", "QJ"];
const COUNTING = "ABCDEFGHIKLMNOPRSTUVWY";
/** What is read as a letter of a prefix, whatever its case, width and accent. */
const READ_AS_RARE = /[jqxzJQXZｊｑｘｚＪＱＸＺĵĴźżžŹŻŽǰ]/;

/**
 * Makes placeholders of letters: a prefix that a text does not contain, whatever is done to case, width and spaces, and
 * letters that count. No two of them, and none with what stands beside it, can be read as a third.
 *
 * Letters of one case, without digits or brackets, are what engines damage least.
 *
 * @param count How many are needed.
 */
export function freePlaceholders(text: string, count: number): (i: number) => string {
  const prefix = READ_AS_RARE.test(text) ? freePrefix(lettersOf(text).letters.toUpperCase()) : USUAL[0]!;
  const digits = Math.max(2, Math.ceil(Math.log(Math.max(1, count)) / Math.log(COUNTING.length)));
  return (i) => prefix + numberIn(COUNTING, i, digits);
}

/** There is always one: of the words of n rare letters a text has fewer than it has letters, and there are 4 to the n. */
function freePrefix(letters: string): string {
  const usual = USUAL.find((candidate) => !letters.includes(candidate));
  if (usual !== undefined) return usual;
  for (let length = 3; ; length++) {
    for (let i = 0; i < RARE.length ** length; i++) {
      const candidate = numberIn(RARE, i, length);
      if (!letters.includes(candidate)) return candidate;
    }
  }
}

function numberIn(digits: string, number: number, length: number): string {
  let written = "";
  for (let rest = number; written.length < length; rest = Math.floor(rest / digits.length))
    written = digits[rest % digits.length]! + written;
  return written;
}

const PRIVATE_USE = 0xe000;
const PRIVATE_USE_END = 0xf900;
const PRIVATE_PLANE = 0xf0000;

/** Makes placeholders of one private-use character each, of those that a text does not contain. */
export function freeCharacters(text: string): (i: number) => string {
  const free: string[] = [];
  let code = PRIVATE_USE;
  return (i) => {
    while (free.length <= i) {
      const character = String.fromCodePoint(code++);
      if (code === PRIVATE_USE_END) code = PRIVATE_PLANE;
      if (!text.includes(character)) free.push(character);
    }
    return free[i]!;
  };
}
