import { spawn } from "node:child_process";
import { PassThrough, Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { run } from "../../src/cli/run.js";

/** How a run of the command line ended, and what it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a run is given beside its arguments. */
export interface Given {
  /** Standard input. Default: empty. */
  input?: string | undefined;
  /** The folder that it runs in. */
  cwd: string;
}

/** The built command line. */
export const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Runs the built `not-millet` as a shell would: a process of its own, which takes a second or two to start. */
export function inShell(args: readonly string[], { input = "", cwd }: Given): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: "pipe", cwd });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text) => {
        said[name] += text;
      });
    }
    child.on("error", fail).on("close", (code) => done({ code, ...said }));
    child.stdin.on("error", () => {}).end(input);
  });
}

/** Runs the same from its source in this process, whose standard streams are others meanwhile. */
export async function inProcess(args: readonly string[], { input = "", cwd }: Given): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  const streams = (["stdout", "stderr"] as const).map((name) => {
    const stream = new Writable({
      decodeStrings: false,
      write(text, _encoding, written) {
        said[name] += text;
        written();
      },
    });
    return vi.spyOn(process, name, "get").mockReturnValue(stream as unknown as typeof process.stdout);
  });
  const stdin = Readable.from(input === "" ? [] : [Buffer.from(input)], { objectMode: false }).pipe(new PassThrough());
  streams.push(vi.spyOn(process, "stdin", "get").mockReturnValue(stdin as unknown as typeof process.stdin) as never);
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return { code: await run(args), ...said };
  } finally {
    process.chdir(before);
    for (const stream of streams) stream.mockRestore();
  }
}
