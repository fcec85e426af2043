import { EngineError } from "../../errors.js";

/** What the file system refuses while a model is stored (no room, no right to write), said so; undefined for other errors. */
export function storageError(error: unknown): EngineError | undefined {
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  return new EngineError(
    "engine-failed",
    `The model cannot be stored: ${error.message}. Make room, or give another \`folder\` (\`--folder\`).`,
    { engine: "bergamot", fatal: true, cause: error },
  );
}
