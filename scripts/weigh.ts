import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type OutputFile } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What a bundle of an application gains by a line of code, in bytes, minified and gzipped. */
export interface Weight {
  /** What the bundler has to load at the start: the line's static imports, without dependencies. */
  start: number;
  /** All of it as one file, what is loaded when it is needed included. */
  whole: number;
  /** The dependencies that are loaded at the start. */
  dependencies: string[];
}

/**
 * Bundles a line of code that imports from the built package (`./dist/…`) with esbuild, as an application would.
 *
 * @param withDependencies Whether the packages that it imports are counted in. Default false.
 */
export async function weigh(code: string, { withDependencies = false } = {}): Promise<Weight> {
  const options = {
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    packages: withDependencies ? "bundle" : "external",
    charset: "utf8",
    write: false,
    outdir: join(root, "weighed"),
    logLevel: "error",
  } as const;
  const { outputFiles, metafile } = await build({ ...options, splitting: true, metafile: true });
  const single = await build(options);
  const outputs = Object.entries(metafile.outputs);
  const start = new Set<string>();
  const dependencies = new Set<string>();
  const follow = (name: string): void => {
    if (start.has(name)) return;
    start.add(name);
    for (const { path, kind, external } of metafile.outputs[name]!.imports) {
      if (kind !== "import-statement") continue;
      if (!external) follow(path);
      else if (!path.startsWith("node:")) dependencies.add(path);
    }
  };
  for (const [name, { entryPoint }] of outputs) if (entryPoint === "<stdin>") follow(name);
  const loaded = outputFiles.filter(({ path }) => start.has(relative(process.cwd(), path)));
  return { start: zipped(loaded), whole: zipped(single.outputFiles), dependencies: [...dependencies].sort() };
}

const zipped = (files: readonly OutputFile[]): number =>
  files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
