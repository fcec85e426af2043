import type { Command } from "commander";
import { modelsFolder } from "../engines/bergamot/folder.js";
import type { PullProgress } from "../engines/bergamot/index.js";

/** Adds the commands `models pull` and `models path`. */
export function addModels(program: Command): void {
  const models = program
    .command("models")
    .description("the model of the engine bergamot, which translates on this machine");
  models
    .command("pull")
    .description("fetch Firefox's Chinese–English model, or go on where an earlier download stopped")
    .option("--from <source>", "a folder that holds the files, or the address of another list of models")
    .option("--folder <folder>", "where to put it", modelsFolder())
    .action(async ({ from, folder }: { from?: string; folder: string }) => {
      const { pullModels } = await import("../engines/bergamot/index.js");
      const pulled = await pullModels({ from, folder, ...(process.stderr.isTTY ? { onProgress: showProgress } : {}) });
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
      process.stdout.write(`${pulled.isNew ? "Stored" : "There already:"} ${pulled.folder}\n`);
    });
  models
    .command("path")
    .description("print the folder of the models")
    .action(() => {
      process.stdout.write(`${modelsFolder()}\n`);
    });
}

const MEGABYTE = 1e6;

function showProgress({ part, received, total }: PullProgress): void {
  const megabytes = (received / MEGABYTE).toFixed(1);
  const share = total === undefined ? "" : ` of ${(total / MEGABYTE).toFixed(1)}`;
  process.stderr.write(`\r\u001b[K${part}: ${megabytes}${share} MB`);
}
