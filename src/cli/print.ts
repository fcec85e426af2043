import { writeFileSync } from "node:fs";

/** `1 entry`, `2 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Writes what a command makes: to a file, or without one to standard output. */
export function write(text: string, out: string | undefined): void {
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

/** Prints a line of what a command answers. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells something on the side: a line on standard error. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}
