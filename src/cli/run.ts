import { Command, CommanderError } from "commander";
import { type ErrorCode, NotMilletError } from "../errors.js";
import { packageVersion } from "../package.js";
import { addArchive } from "./archive.js";
import { addGlossary } from "./glossary.js";
import { addModels } from "./models.js";
import { addTranslate } from "./translate.js";

/** How a run of the command line ended. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/**
 * Runs the command line.
 *
 * @param args What follows the command's name. @returns The exit code: 0 done, 1 it failed, 2 the call was wrong, 130 it was interrupted.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("not-millet")
    .description("Reads Chinese social posts and translates them with every name right: 小米 is Xiaomi, not millet.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(not-millet --help says more)")
    .exitOverride();
  addTranslate(program);
  addArchive(program);
  addModels(program);
  addGlossary(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    return explain(error);
  }
}

/** What is wrong with the call itself: an option, or an input that is not there or cannot be read. */
const WRONG_CALL: ReadonlySet<ErrorCode> = new Set(["invalid-argument", "archive-input"]);

/** Says in one line on stderr what went wrong; a stack trace only for a fault of our own when `DEBUG` is set. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`not-millet: ${oneLine(message)}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (!(error instanceof NotMilletError)) return EXIT.failed;
  if (error.code === "aborted") return EXIT.interrupted;
  return WRONG_CALL.has(error.code) ? EXIT.usage : EXIT.failed;
}

const oneLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
