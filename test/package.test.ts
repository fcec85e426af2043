import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weigh } from "../scripts/weigh.js";

const run = promisify(execFile);
const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const POST = "小米发布小米15";

/** What a user's project would say: `import`, `require`, and TypeScript with both kinds of module resolution. */
const PROGRAMS = {
  "use.mjs": `import { translate, Glossary } from "not-millet";
import { renderHtml, renderMarkdown } from "not-millet/render";
const post = await translate(${JSON.stringify(POST)});
if (!renderHtml(post).includes("<dfn") || !renderMarkdown(post).includes("Xiaomi")) throw new Error("nothing rendered");
console.log(post.target.text.includes("Xiaomi"), Glossary.bundled().get("小米").target);`,
  "use.cjs": `const { translate, Glossary } = require("not-millet");
const { renderHtml, renderMarkdown } = require("not-millet/render");
translate(${JSON.stringify(POST)}).then((post) => {
  if (!renderHtml(post).includes("<dfn") || !renderMarkdown(post).includes("Xiaomi")) throw new Error("nothing rendered");
  console.log(post.target.text.includes("Xiaomi"), Glossary.bundled().get("小米").target);
});`,
  "use.ts": `import { type BilingualPost, createTranslator, defineEngine, Glossary } from "not-millet";
import { renderHtml } from "not-millet/render";
const shout = defineEngine({ name: "shout", translate: async (units) => units.map((unit) => unit.text.toUpperCase()) });
const glossary: Glossary = Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }]);
const post: Promise<BilingualPost> = createTranslator({ engine: shout, glossary }).translate("小米");
post.then(({ target, terms }) => console.log(target.text, terms[0]?.status));
post.then((it) => renderHtml(it, { page: false }).length);`,
};

let folder: string;
let tarball: string;

/** Installs the packed tarball into an empty project. */
async function install(name: string, ...flags: string[]): Promise<string> {
  const project = join(folder, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name, private: true }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...flags, tarball], { cwd: project });
  for (const [file, program] of Object.entries(PROGRAMS)) writeFileSync(join(project, file), program);
  return project;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  const packed = JSON.parse(stdout) as { filename: string }[] | Record<string, { filename: string }>;
  tarball = join(folder, Object.values(packed)[0]!.filename);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

describe("the packed package", () => {
  it("serves import, require and TypeScript in an empty project, with its optional parts and its command", async () => {
    const project = await install("whole");
    expect((await run("node", ["use.mjs"], { cwd: project })).stdout).toBe("true Xiaomi\n");
    expect((await run("node", ["use.cjs"], { cwd: project })).stdout).toBe("true Xiaomi\n");
    symlinkSync(join(root, "node_modules/typescript"), join(project, "node_modules/typescript"), "dir");
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ] as const) {
      const flags = [
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--module",
        module,
        "--moduleResolution",
        resolution,
      ];
      await run("node", ["node_modules/typescript/bin/tsc", ...flags, "use.ts"], { cwd: project });
    }
    const help = await run("npx", ["--no-install", "not-millet", "--help"], { cwd: project });
    expect(help.stdout).toContain("translate");
  }, 240_000);

  it("serves them without the optional parts too", async () => {
    const project = await install("bare", "--omit=optional");
    expect((await run("node", ["use.mjs"], { cwd: project })).stdout).toBe("true Xiaomi\n");
    const words = `import { analyze } from "not-millet";
const { words, issues } = analyze("今天天气很好");
console.log(words.map(({ text }) => text).join(""), JSON.stringify(issues));`;
    writeFileSync(join(project, "words.mjs"), words);
    expect((await run("node", ["words.mjs"], { cwd: project })).stdout).toContain("今天天气很好");
  }, 240_000);

  it("has nothing in it that publint or are-the-types-wrong finds", async () => {
    await run("npx", ["--no-install", "publint", "--strict", tarball], { cwd: root });
    await run(
      "npx",
      [
        "--no-install",
        "attw",
        tarball,
        "--profile",
        "node16",
        "--exclude-entrypoints",
        "./dictionaries/*",
        "./package.json",
      ],
      { cwd: root },
    );
  }, 120_000);

  it("carries the built files, the dictionaries and the papers, and nothing else", async () => {
    const { stdout } = await run("tar", ["-tzf", tarball]);
    const tops = new Set(
      stdout
        .trim()
        .split("\n")
        .map((file) => file.split("/")[1]),
    );
    expect([...tops].sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "dictionaries", "dist", "package.json"]);
  });
});

describe("what a bundle gains", () => {
  const KIB = 1024;

  it("is at most 30 KiB, minified and gzipped, at the start of a page that translates", async () => {
    const { start, dependencies } = await weigh('export { translate } from "./dist/index.js"');
    expect(start).toBeLessThanOrEqual(30 * KIB);
    expect(dependencies).toEqual(["p-map"]);
  });

  it.each([
    ["analyze", "index.js", 29],
    ["defaultConstructs", "index.js", 4],
    ["Glossary", "index.js", 15],
    ["intlSegmenter", "index.js", 8],
    ["defineEngine", "index.js", 1],
    ["renderText", "render.js", 2],
  ])("is no more than %s needs, where that alone is imported", async (name, file, most) => {
    const { whole } = await weigh(`export { ${name} } from "./dist/${file}"`);
    expect(whole).toBeGreaterThan(30);
    expect(whole).toBeLessThanOrEqual(most * KIB);
  });
});

describe("import", () => {
  it("loads no dictionary and no word segmenter", async () => {
    const entry = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports["."].import.default as string;
    const program = `const before = new Set(process.moduleLoadList);
await import(${JSON.stringify(resolve(root, entry))});
const { createRequire } = await import("node:module");
const cache = Object.keys(createRequire(import.meta.url).cache ?? {});
console.log(JSON.stringify(cache.filter((file) => /dictionaries|nodejieba|cedict|opencc/.test(file))));`;
    const { stdout } = await run("node", ["--input-type=module", "-e", program], { cwd: root });
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
