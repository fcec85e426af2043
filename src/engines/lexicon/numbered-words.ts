import type { Word } from "./entry.js";
import { NUMERALS, numeralValue, ordinalInEnglish } from "./numbers.js";
import type { MakeWord, ReadAt } from "./read-at.js";

/** 4号线, 1至6号楼: which of many of a kind. */
const NUMBERED = new RegExp(
  `([${NUMERALS}]{1,3}|\\d{1,4})(?:([到至、和-])([${NUMERALS}]{1,3}|\\d{1,4}))?号(线(?!索|路图|程)|楼|门(?![店票诊])|馆|厅|航站楼|出口|入口|车厢|窗口|柜台|机位|桌|仓库?|泳道|选手)`,
  "y",
);
const KINDS = new Map(
  Object.entries({
    线: "Line",
    楼: "Building",
    门: "Gate",
    馆: "Hall",
    厅: "Hall",
    航站楼: "Terminal",
    出口: "Exit",
    入口: "Entrance",
    车厢: "Car",
    窗口: "Window",
    柜台: "Counter",
    机位: "Camera",
    桌: "Table",
    仓: "Warehouse",
    仓库: "Warehouse",
    泳道: "Lane",
    选手: "Contestant",
  }),
);
/** 205室. */
const ROOM = /(\d{3,4})(?:教室|会议室|室)/y;
/** 13代酷睿, 第13代: digits, since in words it counts generations (三代人). */
const GENERATION = /第?(\d{1,2})代(?![人理表])/y;
/** 5000万像素, 两亿像素. */
const PIXELS = new RegExp(`(\\d[\\d.]*|[${NUMERALS}]{1,6})([万亿])像素`, "y");
const FLOOR = new RegExp(`([${NUMERALS}\\d]+)[楼层](?!盖)`, "y");

/** A word that is of a further category of the grammar. */
const withKind = (word: Word, category: string): Word => ({
  ...word,
  readings: word.readings.flatMap((reading) => [reading, { ...reading, category }]),
});

/** What says which of many of a kind: a line, a gate, a room, a generation, a floor. */
export function* numberedAt(read: ReadAt, one: MakeWord): Generator<Word> {
  const numbered = read(NUMBERED);
  const kind = numbered && KINDS.get(numbered[4]!);
  if (numbered && kind) {
    const [first, last] = [numbered[1]!, numbered[3]].map((digits) => digits && numeralValue(digits));
    const joined = /[、和]/.test(numbered[2] ?? "") ? "and" : "to";
    const english = last === undefined ? `${kind} ${first}` : `${kind}s ${first} ${joined} ${last}`;
    yield one(numbered[0].length, last === undefined ? "name" : "plural", english, 6);
  }
  const room = read(ROOM);
  if (room) yield one(room[0].length, "name", `Room ${room[1]}`, 6);
  const generation = read(GENERATION);
  if (generation)
    yield one(generation[0].length, "attributive", `${ordinalInEnglish(Number(generation[1]))}-generation`, 6);
  const pixels = read(PIXELS);
  const count = pixels && (numeralValue(pixels[1]!) ?? Number(pixels[1]));
  if (pixels && count !== undefined && count > 0) {
    const millions = pixels[2] === "亿" ? count * 100 : count / 100;
    const word = one(pixels[0].length, "attributive", `${millions}-megapixel`, 7);
    yield {
      ...word,
      readings: [...word.readings, { category: "plural", english: `${millions} megapixels`, cost: 0.5 }],
    };
  }
  const floor = read(FLOOR);
  const level = floor && numeralValue(floor[1]!);
  if (floor && level !== undefined && level < 200)
    yield withKind(one(floor[0].length, "name", `the ${ordinalInEnglish(level)} floor`, 9), "FLOORX");
}
