import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Where a reviewer sits. */
export interface ReviewTerminal {
  /** What the reviewer types. */
  input: Readable;
  /** What the reviewer sees. */
  output: Writable;
  /**
   * Whether lines are edited here, keys and all (arrows, word by word, Han that are two columns wide), and an entry's
   * fields can be changed in place; else whole lines are read. Default: whether both streams are a terminal.
   */
  isInteractive?: boolean;
  /** Whether the form is shown in reverse video; else in ⟦ ⟧. Default `false`. */
  color?: boolean;
  /** Ends the session as if the terminal had gone away. */
  signal?: AbortSignal;
}

/** The terminal went away while an answer was awaited. */
export class Gone extends Error {}

/** The reviewer took the question back, with Ctrl-C. */
export class Cancelled extends Error {}

/** A conversation of questions and lines that answer them. */
export interface Dialog {
  /** Writes a line. */
  say(text: string): void;
  /**
   * Asks, and waits for a line; at a terminal the line begins with what is proposed.
   *
   * @throws {Gone} where no answer can come any more. @throws {Cancelled} at Ctrl-C.
   */
  ask(question: string, proposed?: string): Promise<string>;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** Opens a dialog at a terminal, or over any two streams. */
export function openDialog({ input, output, isInteractive, signal }: ReviewTerminal): Dialog {
  const terminal = isInteractive ?? (isTerminal(input) && isTerminal(output));
  const lines: string[] = [];
  let waiting: { resolve: (line: string) => void; reject: (reason: Error) => void } | undefined;
  let isGone = false;
  const refuse = (reason: Error) => {
    waiting?.reject(reason);
    waiting = undefined;
  };
  const leave = () => {
    isGone = true;
    refuse(new Gone());
  };
  // Before the reader hears of it: what stands in a line that was never entered is no answer.
  if (terminal) input.on("end", leave);
  const reader = createInterface({ input, output, terminal, historySize: 0 });
  reader.on("line", (line) => {
    if (terminal && isGone) return;
    if (waiting) waiting.resolve(line);
    else lines.push(line);
    waiting = undefined;
  });
  reader.on("SIGINT", () => {
    // What was typed goes with the question that it answers.
    reader.write(null, { ctrl: true, name: "e" });
    reader.write(null, { ctrl: true, name: "u" });
    output.write("\n");
    refuse(new Cancelled());
  });
  reader.on("close", leave);
  // A terminal that went away cannot be given back as it was.
  reader.on("error", leave);
  input.on("error", leave);
  output.on("error", leave);
  signal?.addEventListener("abort", leave);
  if (signal?.aborted) leave();
  return {
    say: (text) => void output.write(`${text}\n`),
    ask(question, proposed = "") {
      const line = lines.shift();
      if (line !== undefined) {
        output.write(question);
        return Promise.resolve(line);
      }
      if (isGone) return Promise.reject(new Gone());
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        reader.setPrompt(question);
        reader.prompt();
        if (terminal) reader.write(proposed);
      });
    },
    close() {
      signal?.removeEventListener("abort", leave);
      input.off("end", leave);
      reader.close();
    },
  };
}

function isTerminal(stream: Readable | Writable): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
