import { KEPT_OF_OVERLONG, LONGEST_RECORD } from "./lines.js";

/** A JSON value cut out of a text, not parsed yet. */
export interface RawValue {
  raw: string;
  /** The line on which it begins, from 1. */
  line: number;
  /** What is wrong with it before it is even parsed. */
  problem?: "cut off" | "too long";
}

/** Which values are cut out. */
export interface ValueOptions {
  /** Where in an object the arrays of records are: `"weibo"`, `"data.list"`. Elements of a bare array always count. */
  arrays?: readonly string[];
  /** The most characters of one value. Default 16 Mi. */
  longest?: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;

/** A value that is being collected: its pieces so far, and how deep it stands. */
interface Open {
  pieces: string[];
  length: number;
  line: number;
  depth: number;
}

/** An array or object that is being walked through. */
interface Level {
  isArray: boolean;
  /** The key under which the next value of an object stands. */
  key: string;
  /** Whether its elements are records. */
  holdsRecords: boolean;
}

const INSIDE_RECORD: Level = { isArray: false, key: "", holdsRecords: false };

/**
 * Cuts the records out of JSON text of any size: the elements of an array, of the arrays at given places in an object,
 * or several such values one after another.
 *
 * Nothing is parsed but brackets and strings, so that a broken element is a broken element and the rest is read on.
 * Memory is bounded by the longest value that is allowed.
 */
export async function* readJsonValues(
  chunks: AsyncIterable<string>,
  { arrays = [], longest = LONGEST_RECORD }: ValueOptions = {},
): AsyncGenerator<RawValue> {
  const splitter = createSplitter(new Set(arrays), longest);
  for await (const chunk of chunks) yield* splitter.write(chunk);
  yield* splitter.end();
}

function createSplitter(arrays: ReadonlySet<string>, longest: number) {
  const levels: Level[] = [];
  let open: Open | undefined;
  let line = 1;
  let inString = false;
  let escaped = false;
  /** The last string outside a record: a key, where a colon follows. */
  let text = "";

  const isElement = () => levels.at(-1)?.holdsRecords === true;
  const enter = (isArray: boolean) => {
    const path = levels.flatMap((level) => (level.isArray ? [] : [level.key])).join(".");
    levels.push({ isArray, key: "", holdsRecords: isArray && (levels.length === 0 || arrays.has(path)) });
  };
  const collect = (piece: string) => {
    if (!open) return;
    open.length += piece.length;
    if (open.length <= longest) open.pieces.push(piece);
    else if (open.length - piece.length <= longest) {
      open.pieces = [(open.pieces.join("") + piece.slice(0, KEPT_OF_OVERLONG)).slice(0, KEPT_OF_OVERLONG)];
    }
  };
  const close = (problem?: "cut off"): RawValue => {
    const { pieces, length, line: begun } = open!;
    open = undefined;
    const wrong = length > longest ? "too long" : problem;
    return { raw: pieces.join("").trim(), line: begun, ...(wrong ? { problem: wrong } : {}) };
  };

  /** Reads one chunk; `from` is where in it the record under way begins. */
  function* write(chunk: string): Generator<RawValue> {
    let from = 0;
    const finish = (end: number): RawValue => {
      collect(chunk.slice(from, end));
      return close();
    };
    const begin = (at: number) => {
      open = { pieces: [], length: 0, line, depth: levels.length };
      from = at;
    };
    for (let i = 0; i < chunk.length; i++) {
      const unit = chunk.charCodeAt(i);
      if (unit === NEWLINE) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (unit === BACKSLASH) escaped = true;
        else if (unit === QUOTE) inString = false;
        if (!open && inString && text.length < 100) text += chunk[i];
        continue;
      }
      switch (unit) {
        case 0x20:
        case 0x09:
        case 0x0d:
        case NEWLINE:
          break;
        case QUOTE:
          if (!open && isElement()) begin(i);
          inString = true;
          text = "";
          break;
        case 0x3a: // :
          if (!open && levels.length > 0) levels.at(-1)!.key = text;
          break;
        case 0x2c: // ,
          if (open && open.depth === levels.length) yield finish(i);
          break;
        case 0x7b: // {
        case 0x5b: {
          // [
          if (!open && isElement()) begin(i);
          if (open) levels.push(INSIDE_RECORD);
          else enter(unit === 0x5b);
          break;
        }
        case 0x7d: // }
        case 0x5d: {
          // ]
          if (open && open.depth === levels.length) yield finish(i);
          levels.pop();
          if (open && open.depth === levels.length) yield finish(i + 1);
          break;
        }
        default:
          if (!open && isElement()) begin(i);
      }
    }
    if (open) collect(chunk.slice(from));
  }

  function* end(): Generator<RawValue> {
    if (open) yield close("cut off");
    else if (levels.length > 0) yield { raw: "", line, problem: "cut off" };
  }

  return { write, end };
}
