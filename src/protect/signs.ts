/** How English writes a sign, and whether a space belongs on each side of it; where it says neither, what was there stays. */
interface Sign {
  readonly english: string;
  readonly before?: "space" | "none";
  readonly after?: "space" | "none";
  /** A run of it counts once: Chinese doubles its ellipsis and its dash. */
  readonly once?: true;
  /** No space follows it amid digits: 12:30. */
  readonly tight?: true;
}

/** A sign of which every field is given: all of them have one shape, which V8 reads fastest. */
export interface WrittenSign {
  readonly english: string;
  /** The sign with a space before it. */
  readonly spaced: string;
  readonly followed: string;
  readonly both: string;
  readonly spaceBefore: boolean;
  readonly noneBefore: boolean;
  readonly spaceAfter: boolean;
  readonly noneAfter: boolean;
  readonly once: boolean;
  readonly tight: boolean;
}

/** Which Chinese and full-width signs are which; other full-width letters, digits and signs lose nothing but their width. */
const SIGNS: readonly [characters: string, sign: Sign][] = [
  ["，、", { english: ",", before: "none", after: "space" }],
  ["。｡", { english: ".", before: "none", after: "space" }],
  ["！", { english: "!", before: "none", after: "space" }],
  ["？", { english: "?", before: "none", after: "space" }],
  ["；", { english: ";", before: "none", after: "space" }],
  ["：", { english: ":", before: "none", after: "space", tight: true }],
  ["（", { english: "(", before: "space", after: "none" }],
  ["）", { english: ")", before: "none", after: "space" }],
  ["【〔［", { english: "[", before: "space", after: "none" }],
  ["】〕］", { english: "]", before: "none", after: "space" }],
  ["“„「『《〈", { english: '"', before: "space", after: "none" }],
  ["”」』》〉", { english: '"', before: "none", after: "space" }],
  ["‘’", { english: "'" }],
  ["…⋯", { english: "...", before: "none", once: true }],
  ["—", { english: "—", once: true }],
  ["〜", { english: "~" }],
  ["％", { english: "%", before: "none" }],
  ["￥", { english: "¥" }],
];

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
/** How far the code of a full-width sign is from that of the sign. */
export const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * What a UTF-16 code is to the spacing of English; 0 where it is nothing but text. Every role from `SPACE` on has to be
 * looked at, `FOREIGN` and those above it are signs by their place in `signs`.
 */
export const CLOSING = 1;
export const DOT = 2;
export const OPENING = 3;
export const SPACE = 4;
export const OTHER_SPACE = 5;
export const INVISIBLE = 6;
export const FOREIGN = 7;

/** The role of each UTF-16 code. */
export const roles = new Uint8Array(0x10000);
/** The signs that English writes otherwise, by their role less `FOREIGN`. */
export const signs: WrittenSign[] = [];
/** The role of full-width letters, digits and signs that lose nothing but their width. */
export const WIDE = addSign({ english: "" });
roles.fill(WIDE, FULL_WIDTH_FIRST, FULL_WIDTH_LAST + 1);
for (const [characters, sign] of SIGNS) {
  const role = addSign(sign);
  for (const character of characters) roles[character.charCodeAt(0)] = role;
}
for (const character of ",;:!?)]}%") roles[character.charCodeAt(0)] = CLOSING;
for (const character of "([{") roles[character.charCodeAt(0)] = OPENING;
roles[".".charCodeAt(0)] = DOT;
// The dot between the parts of a foreign name is a space in English.
for (const character of "\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000·・")
  roles[character.charCodeAt(0)] = OTHER_SPACE;
for (let code = 0x2000; code <= 0x200a; code++) roles[code] = OTHER_SPACE;
roles[" ".charCodeAt(0)] = SPACE;
// Soft hyphens and marks of direction have no width; what joins emoji has none either, and is text.
for (const code of [0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff]) roles[code] = INVISIBLE;
for (let code = 0x202a; code <= 0x202e; code++) roles[code] = INVISIBLE;
for (let code = 0x2066; code <= 0x2069; code++) roles[code] = INVISIBLE;

function addSign({ english, before, after, once, tight }: Sign): number {
  const sign: WrittenSign = {
    english,
    spaced: ` ${english}`,
    followed: `${english} `,
    both: ` ${english} `,
    spaceBefore: before === "space",
    noneBefore: before === "none",
    spaceAfter: after === "space",
    noneAfter: after === "none",
    once: once === true,
    tight: tight === true,
  };
  return FOREIGN + signs.push(sign) - 1;
}

/** Which pairs of roles, one after the other, English does not write: signs at all, and a space that stands amiss. */
export const ROLES = FOREIGN + signs.length;
export const untidy = new Uint8Array(ROLES * ROLES);
for (let before = 0; before < ROLES; before++) {
  untidy.fill(1, before * ROLES + SPACE + 1, (before + 1) * ROLES);
  if (before > DOT) untidy[before * ROLES + SPACE] = 1;
}
untidy[SPACE * ROLES + CLOSING] = 1;
untidy[SPACE * ROLES + DOT] = 1;
