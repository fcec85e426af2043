import { defineConfig, type Options } from "tsup";
import { browserPlugin } from "./scripts/browser-plugin.js";

/** Dependencies that are published as ES modules only: CommonJS needs them inside the bundle on Node 20. */
const ESM_ONLY: (string | RegExp)[] = [
  "franc",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
  "p-map",
  "p-retry",
  "is-network-error",
  "parse5",
  "entities",
  /^(?:hast|mdast|micromark|unist)-util-/,
  /^character-entities/,
  "ccount",
  "comma-separated-tokens",
  "decode-named-character-reference",
  "html-void-elements",
  "longest-streak",
  "property-information",
  "space-separated-tokens",
  "stringify-entities",
  "zwitch",
];

/** Engines with a subpath of their own: `not-millet/engines/<name>`. */
const ENGINES = {
  ai: "src/engines/ai.ts",
  amazon: "src/engines/amazon.ts",
  azure: "src/engines/azure.ts",
  bergamot: "src/engines/bergamot/index.ts",
  chrome: "src/engines/chrome.ts",
  deepl: "src/engines/deepl/index.ts",
  fallback: "src/engines/fallback.ts",
  google: "src/engines/google.ts",
  lexicon: "src/engines/embedded.ts",
  libretranslate: "src/engines/libretranslate.ts",
  "openai-compatible": "src/engines/openai-compatible.ts",
};

/**
 * Parts of the main entry that get files of their own: a bundler leaves out a file that nothing is imported from, but not
 * the schemas (which are made when their file is run) in a file that has something else as well.
 */
const PARTS = {
  "parts/schemas": "src/schemas.ts",
  "parts/candidate": "src/terminology/mine/candidate.ts",
  "parts/mine": "src/terminology/mine/on-demand.ts",
  "parts/check": "src/terminology/check/check.ts",
  "parts/learn": "src/terminology/learn/learn.ts",
};

/**
 * Leaves out the imports for side effects that esbuild writes between files. Nothing here has side effects, but a bundler
 * would carry such a file along, or warn of each.
 */
const withoutBareImports = {
  name: "without-bare-imports",
  renderChunk: (code: string) => ({ code: code.replace(/^import "\.{1,2}\/[^"]+";\n/gm, "") }),
};

const shared: Options = {
  target: "node20",
  platform: "node",
  removeNodeProtocol: false,
  splitting: true,
  shims: true,
  clean: false,
};

const SUBPATHS = {
  index: "src/index.ts",
  render: "src/render/index.ts",
  testing: "src/testing/index.ts",
  archive: "src/archive/index.ts",
  review: "src/terminology/review/index.ts",
  ...Object.fromEntries(Object.entries(ENGINES).map(([name, file]) => [`engines/${name}`, file])),
};

/** The core for browsers: everything in it, and nothing of Node. */
const browser: Options = {
  entry: {
    "browser/index": "src/index.ts",
    "browser/render": "src/render/index.ts",
    "browser/engines/chrome": "src/engines/chrome.ts",
    ...Object.fromEntries(Object.entries(PARTS).map(([name, file]) => [`browser/${name}`, file])),
  },
  format: ["esm"],
  platform: "browser",
  removeNodeProtocol: false,
  target: "es2022",
  splitting: true,
  minify: true,
  clean: false,
  noExternal: [/^(?!pinyin-pro)/],
  external: ["pinyin-pro"],
  esbuildPlugins: [browserPlugin],
  define: { setImmediate: "setTimeout" },
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
};

export default defineConfig([
  browser,
  {
    ...shared,
    plugins: [withoutBareImports],
    entry: { ...SUBPATHS, ...PARTS },
    dts: { entry: SUBPATHS },
    format: ["esm"],
  },
  { ...shared, entry: SUBPATHS, dts: true, format: ["cjs"], noExternal: ESM_ONLY },
  {
    ...shared,
    entry: { "cli/main": "src/cli/main.ts", "archive/worker": "src/archive/worker.ts" },
    format: ["esm"],
  },
]);
