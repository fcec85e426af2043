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
  libretranslate: "src/engines/libretranslate.ts",
  "openai-compatible": "src/engines/openai-compatible.ts",
};

const shared: Options = {
  target: "node20",
  platform: "node",
  splitting: true,
  shims: true,
  clean: false,
};

const library: Options = {
  ...shared,
  entry: {
    index: "src/index.ts",
    render: "src/render/index.ts",
    testing: "src/testing/index.ts",
    archive: "src/archive/index.ts",
    ...Object.fromEntries(Object.entries(ENGINES).map(([name, file]) => [`engines/${name}`, file])),
  },
  dts: true,
};

/** The core for browsers: everything in it, and nothing of Node. */
const browser: Options = {
  entry: {
    "browser/index": "src/index.ts",
    "browser/render": "src/render/index.ts",
    "browser/engines/chrome": "src/engines/chrome.ts",
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
  { ...library, format: ["esm"] },
  { ...library, format: ["cjs"], noExternal: ESM_ONLY },
  {
    ...shared,
    entry: { "cli/main": "src/cli/main.ts", "archive/worker": "src/archive/worker.ts" },
    format: ["esm"],
  },
]);
