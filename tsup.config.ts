import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", "cli/main": "src/cli/main.ts" },
  format: ["esm", "cjs"],
  target: "node20",
  platform: "node",
  dts: true,
  splitting: true,
  shims: true,
  clean: true,
  treeshake: false,
});
