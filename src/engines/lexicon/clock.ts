/** A number of a date or a time, as the inside of a group. */
export const NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}";

/** What the Chinese says of the half of the day. At night twelve is midnight, else it is noon. */
type Period = "am" | "noon" | "pm" | "night";

const PERIODS = new Map<string, Period>([
  ["凌晨", "am"],
  ["清晨", "am"],
  ["早上", "am"],
  ["早晨", "am"],
  ["早", "am"],
  ["上午", "am"],
  ["中午", "noon"],
  ["下午", "pm"],
  ["傍晚", "pm"],
  ["晚上", "night"],
  ["晚间", "night"],
  ["晚", "night"],
]);
const TIME = new RegExp(
  `\\s{0,3}(${[...PERIODS.keys()].join("|")})?\\s{0,3}(?:(${NUMBER}|两)\\s{0,3}(?:点钟|点|时(?![间候代期长装尚]))(?:\\s{0,3}(半|整|[0-9]{1,2}|[一二三四五]?十[一二三四五六七八九]?)\\s{0,3}分?(?!之))?|([0-9]{1,2}):([0-9]{2}))`,
  "y",
);
const UNTIL = /\s?(?:到|至|[-–—~～]{1,2})(?=[\s\d一两二三四五六七八九十凌清早上中下傍晚次翌])([次翌]日)?/y;

/** A time of day, or the hours from one to another. */
export interface ClockMatch {
  readonly end: number;
  readonly english: string;
  readonly isRange: boolean;
}

interface Clock {
  readonly end: number;
  readonly hour: number;
  /** Two digits, or nothing. */
  readonly minutes: string;
  readonly period: Period | undefined;
}

/** The time of day at an index of a text: `下午3点` → "3 pm", `上午10点到12点` → "10 am to noon", `2点至6点` → "2:00 to 6:00". */
export function clockAt(
  text: string,
  index: number,
  numeral: (text: string) => number | undefined,
): ClockMatch | undefined {
  const first = timeAt(text, index, numeral);
  if (!first) return undefined;
  UNTIL.lastIndex = first.end;
  const until = UNTIL.exec(text);
  const second = until ? timeAt(text, UNTIL.lastIndex, numeral, true) : undefined;
  if (!second) return { end: first.end, english: written(first), isRange: false };
  return { end: second.end, english: range(first, second) + (until![1] ? " the next day" : ""), isRange: true };
}

function timeAt(
  text: string,
  index: number,
  numeral: (text: string) => number | undefined,
  isSecond = false,
): Clock | undefined {
  TIME.lastIndex = index;
  const time = TIME.exec(text);
  if (!time) return undefined;
  const [whole, said, hours, fraction, digits, after] = time;
  const hour = hours === undefined ? Number(digits) : numeral(hours);
  // 一点 alone is "a bit", 两点 two points; behind another time it is one too
  if (!isSecond && hours && !/\d/.test(hours) && !said && !fraction && !/[钟时]/.test(whole)) return undefined;
  if (hour === undefined || hour > 24) return undefined;
  const minutes =
    after ??
    (fraction === undefined || fraction === "整" ? "" : fraction === "半" ? "30" : `${numeral(fraction) ?? ""}`);
  return {
    end: TIME.lastIndex,
    hour,
    minutes: minutes === "" ? "" : minutes.padStart(2, "0"),
    period: said === undefined ? undefined : PERIODS.get(said),
  };
}

/** "2 to 6 am": the half of the day that is said once is that of both, unless the clock has gone past twelve between them. */
function range(first: Clock, second: Clock): string {
  const begins = halfOf(first);
  const passes = second.hour < first.hour || second.hour === 12;
  const period = second.period ?? (begins === "" ? undefined : passes ? OTHER_HALF[begins] : first.period);
  const ends = { ...second, period };
  const isOnce = begins !== "" && begins === halfOf(ends);
  return `${isOnce ? hoursOf(first) : written(first)} to ${written(ends)}`;
}

const OTHER_HALF = { am: "pm", pm: "am" } as const;

function halfOf({ hour, period }: Clock): "am" | "pm" | "" {
  if (hour > 12 || period === undefined) return "";
  const isMorning = period === "am" || (period === "noon" && hour < 12 && hour > 9);
  return isMorning || (period === "night" && hour === 12) ? "am" : "pm";
}

const hoursOf = ({ hour, minutes }: Clock): string => (minutes ? `${hour}:${minutes}` : String(hour));

function written(clock: Clock): string {
  const { hour, minutes } = clock;
  const half = halfOf(clock);
  if (hour === 12 && half && !minutes) return half === "am" ? "midnight" : "noon";
  if (half) return `${hoursOf(clock)} ${half}`;
  return minutes ? hoursOf(clock) : `${hour}:00`;
}
