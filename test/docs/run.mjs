// Runs the programs that it is given, one after the other in this process, and tells the parent what became of each.
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href);
    process.send({ file });
  } catch (error) {
    process.send({ file, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
process.disconnect();
