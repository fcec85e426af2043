import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(textOf("package.json"));

/** Every file that a field of package.json names. */
function named(field: unknown): string[] {
  if (typeof field === "string") return field.startsWith("./") ? [field.slice(2)] : [field];
  return Object.values(field ?? {}).flatMap(named);
}

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*|\bnew URL\(\s*)["'](\.{1,2}\/[^"']+)["']/g;

/** The files of dist that a file there imports, at its start or when it needs them. */
function importedBy(file: string): string[] {
  const typed = /\.d\.c?ts$/.exec(file)?.[0];
  return [...textOf(file).matchAll(IMPORTED)].map(([, path]) => {
    const found = posix.join(dirname(file), path!);
    return typed ? found.replace(/(?:\.d)?\.c?[jt]s$/, typed) : found;
  });
}

/** What is reached from files by their imports, themselves included. */
function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    open.push(...importedBy(file));
  }
  return reached;
}

it("packs the papers, the dictionaries, and of dist what package.json names and all that reaches, nothing else", async () => {
  const { exports, bin, main, module, types } = manifest;
  const entries = named({ exports, bin, main, module, types }).filter((file) => file.startsWith("dist/"));
  const dictionaries = (readdirSync(join(root, "dictionaries"), { recursive: true }) as string[])
    .filter((file) => file.endsWith(".json"))
    .map((file) => `dictionaries/${file}`);
  const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  // A thread is begun by the name of its file.
  const expected = [...papers, ...dictionaries, ...reachedFrom([...entries, "dist/archive/worker.js"])];

  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    maxBuffer: 1 << 24,
  });
  const [packed] = Object.values(JSON.parse(stdout)) as { files: { path: string }[] }[];
  expect(packed!.files.map(({ path }) => path).sort()).toEqual(expected.sort());
});

describe("the lock file", () => {
  const lock = JSON.parse(textOf("package-lock.json"));
  interface Locked {
    version?: string;
    optional?: boolean;
    optionalDependencies?: Record<string, string>;
    peerDependenciesMeta?: Record<string, { optional?: boolean }>;
    peerDependencies?: Record<string, string>;
    dependencies?: Record<string, string>;
  }
  const packages = Object.entries(lock.packages as Record<string, Locked>);
  const places = new Set(packages.map(([place]) => place));

  /** Whether a package finds another from its own place, or from a folder above it. */
  const finds = (place: string, name: string): boolean => {
    for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
      if (places.has(`${folder === "" ? "" : `${folder}/`}node_modules/${name}`)) return true;
      if (folder === "") return false;
    }
  };

  it("has what every package in it asks for, the packages of other platforms too", () => {
    const missing = packages.flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !finds(place, name))
        .map((name) => `${name}, asked for by ${place || "the package"}`),
    );
    expect(missing).toEqual([]);
  });

  it("is of this version and these dependencies", () => {
    const { name, version, dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    expect(lock).toMatchObject({ name, version });
    expect(lock.packages[""]).toMatchObject({
      name,
      version,
      dependencies,
      devDependencies,
      optionalDependencies,
      peerDependencies,
    });
  });
});

it("begins CHANGELOG.md with this version", () => {
  const versions = [...textOf("CHANGELOG.md").matchAll(/^## (\S+)$/gm)].map(([, version]) => version);
  expect(versions[0]).toBe(manifest.version);
  expect(new Set(versions).size).toBe(versions.length);
});

it("gives every change that waits for a release a kind and words", () => {
  const waiting = readdirSync(join(root, ".changeset")).filter((file) => file.endsWith(".md"));
  for (const file of waiting)
    expect(textOf(`.changeset/${file}`)).toMatch(/^---\n"not-millet": (?:patch|minor|major)\n---\n\n\S/);
});
