import { clockAt, NUMBER } from "./clock.js";
import { ordinalSuffix } from "./numbers.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const THIRDS = new Map([
  ["上旬", "early "],
  ["中旬", "mid-"],
  ["下旬", "late "],
  ["初", "early "],
  ["底", "late "],
  ["末", "late "],
]);
const DATE = new RegExp(
  `(?:([12][0-9]{3}|[一二][零〇一二三四五六七八九]{3})\\s{0,3}年(?![级龄代]))?\\s{0,3}(?:(${NUMBER})\\s{0,3}月(?:份(?!额))?([上中下]旬|[底初末])?)?(?:\\s{0,3}(${NUMBER})\\s{0,3}[日号](?!线|楼|店|机|电))?`,
  "y",
);
/** 12月1日至3日: from one day to another. */
const UNTIL_DAY = new RegExp(
  `\\s?(?:到|至|[-–—~～]{1,2})\\s?(?:(${NUMBER})\\s{0,3}月\\s{0,3})?(${NUMBER})\\s{0,3}[日号](?!线|楼|店|机|电)`,
  "y",
);
const DECADE =
  /(?:([0-9]{1,2}|二十一?|十[一二三四五六七八九]?)\s*世纪)?\s*(?:([0-9]{2,4}|[一二三四五六七八九]十)\s*年代)?([初中末]期?|早期|晚期)?/y;

/** What any of these may begin with. */
const BEGINS = /[\s\d〇零一二三四五六七八九十两凌清早上中下傍晚]/;

/** A date or a time of day in a text. */
export interface DateMatch {
  readonly end: number;
  readonly english: string;
  /** The preposition it takes as an adverbial. */
  readonly preposition: "in" | "on" | "at" | "from";
  readonly year?: number;
}

/** The date or time of day that begins at an index of a text, if one does: `3月5日下午3点` → "3 pm on March 5". */
export function dateAt(
  text: string,
  index: number,
  numeral: (text: string) => number | undefined,
): DateMatch | undefined {
  if (!BEGINS.test(text[index] ?? "")) return undefined;
  DECADE.lastIndex = index;
  const decade = DECADE.exec(text);
  if (decade && (decade[1] || decade[2]))
    return { end: DECADE.lastIndex, english: decadeText(decade, numeral), preposition: "in" };
  const value = (part: string | undefined): number | undefined => (part === undefined ? undefined : numeral(part));
  DATE.lastIndex = index;
  const date = DATE.exec(text);
  const end = date?.[0].trim() ? index + date[0].trimEnd().length : index;
  const year = value(date?.[1]);
  const month = value(date?.[2]);
  const day = value(date?.[4]);
  const third = date?.[3] && THIRDS.get(date[3]);
  const loneDay = day !== undefined && month === undefined;
  if (
    (month ?? 1) > 12 ||
    (day ?? 1) > 31 ||
    (month !== undefined && /^[一两二三四五六七八九十]+$/.test(date![2]!) && !day && !year && text[index - 1] === "个")
  )
    return undefined;
  // 12月中旬: "mid-December"
  const first = end > index ? (third ?? "") + calendarText(year, month, day) : "";
  const until = day === undefined || month === undefined ? undefined : daysUntil(text, end, month, numeral);
  const calendar = first + (until?.english ?? "");
  const lastEnd = until?.end ?? end;
  const clock = clockAt(text, lastEnd, numeral);
  // 12月1日至3日上午9点到11点: "9 to 11 am, December 1 to 3"
  if (clock && until)
    return { end: clock.end, english: `${clock.english}, ${calendar}`, preposition: clock.isRange ? "from" : "at" };
  if (clock)
    return {
      end: clock.end,
      english: calendar ? `${clock.english} ${loneDay || day ? "on" : "in"} ${calendar}` : clock.english,
      preposition: clock.isRange ? "from" : "at",
      ...(year === undefined ? {} : { year }),
    };
  if (!calendar) return undefined;
  return {
    end: lastEnd,
    english: calendar,
    preposition: until ? "from" : day === undefined ? "in" : "on",
    ...(year === undefined ? {} : { year }),
  };
}

/** The last of several days, as it goes on from the first: `至3日` → " to 3", `至4月6日` → " to April 6". */
function daysUntil(
  text: string,
  at: number,
  from: number,
  numeral: (text: string) => number | undefined,
): { end: number; english: string } | undefined {
  UNTIL_DAY.lastIndex = at;
  const until = UNTIL_DAY.exec(text);
  if (!until) return undefined;
  const [month, day] = [until[1] === undefined ? from : numeral(until[1]), numeral(until[2]!)];
  if (!month || !day || month > 12 || day > 31) return undefined;
  return { end: UNTIL_DAY.lastIndex, english: ` to ${month === from ? "" : `${MONTHS[month - 1]} `}${day}` };
}

function decadeText(match: RegExpExecArray, numeral: (text: string) => number | undefined): string {
  const century = match[1] === undefined ? undefined : numeral(match[1]);
  const years = match[2] === undefined ? undefined : numeral(match[2]);
  const part =
    match[3] === undefined ? "" : /[初早]/.test(match[3]) ? "early " : /中/.test(match[3]) ? "mid-" : "late ";
  if (years === undefined) return `the ${part}${century}${ordinalSuffix(century!)} century`;
  return `the ${part}${century === undefined ? years : (century - 1) * 100 + years}s`;
}

function calendarText(year?: number, month?: number, day?: number): string {
  const name = month === undefined ? "" : MONTHS[month - 1]!;
  if (day === undefined) return [name, year].filter(Boolean).join(" ");
  if (!name) return `the ${day}${ordinalSuffix(day)}`;
  return year === undefined ? `${name} ${day}` : `${name} ${day}, ${year}`;
}
