import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { ArgumentError } from "../errors.js";
import { withoutEnd } from "../text/ends.js";

/** Reads the text that a command is about: its arguments, a file, or standard input. */
export async function readText(words: readonly string[], file: string | undefined): Promise<string> {
  if (file !== undefined && words.length > 0) throw new ArgumentError("Give either TEXT or --file, not both.");
  if (file !== undefined && file !== "-") return trimEnd(await readTextFile(file));
  if (words.length > 0) return words.join(" ");
  if (file === undefined && process.stdin.isTTY) {
    throw new ArgumentError("Nothing to translate: give TEXT, --file FILE, or pipe a post into standard input.");
  }
  return trimEnd(await text(process.stdin));
}

/** Reads a file of UTF-8 text, without its byte order mark. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/u, "");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new ArgumentError(`Cannot read ${file}: ${reason}.`, { file }, error);
  }
}

/**
 * Reads a file of a JSON value a line.
 *
 * @param what What a line should be: "an example". @param read Makes it of the value, and throws where it is none.
 */
export async function readJsonLines<T>(file: string, what: string, read: (value: unknown) => T): Promise<T[]> {
  const lines = (await readTextFile(file)).split("\n");
  return lines.flatMap((line, i): T[] => {
    if (line.trim() === "") return [];
    try {
      return [read(JSON.parse(line))];
    } catch (error) {
      const expected = error instanceof SyntaxError ? "JSON" : what;
      throw new ArgumentError(`${file}, line ${i + 1}: it is not ${expected}.`, { file, line: i + 1 }, error);
    }
  });
}

const trimEnd = (post: string): string => withoutEnd(post, "\r\n");
