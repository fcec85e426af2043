import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesOf, type Manifest } from "./models.js";

/**
 * Puts a model into its place, where another one may be in use: files are named after what is in them, and one rename, of
 * the manifest that names them, makes the new ones the model. At any time, and wherever this stops, the folder holds the
 * one or the other.
 *
 * @param staging The folder that holds the files; it is removed.
 */
export async function putInPlace(folder: string, staging: string, manifest: Manifest): Promise<void> {
  const names = filesOf(manifest.files).map(({ name }) => name);
  await writeFile(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await mkdir(folder, { recursive: true });
  for (const name of [...names, MANIFEST]) await rename(join(staging, name), join(folder, name));
  await removeOthers(folder, [...names, MANIFEST]);
  await rm(staging, { recursive: true, force: true });
}

const MANIFEST = "manifest.json";

/** Removes what earlier models left behind. */
async function removeOthers(folder: string, keep: readonly string[]): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !keep.includes(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
