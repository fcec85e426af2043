import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { cases } from "./cases.mjs";

// The built package under the Node that runs this, as an ES module and as CommonJS: `node --test test/core/core.mjs`.
const dist = new URL("../../dist/", import.meta.url);
const require = createRequire(dist);
const builds = {
  import: {
    library: await import(new URL("index.js", dist).href),
    render: await import(new URL("render.js", dist).href),
  },
  require: { library: require("./index.cjs"), render: require("./render.cjs") },
};
for (const [kind, build] of Object.entries(builds)) {
  for (const [name, run] of Object.entries(cases)) {
    test(`${kind}: ${name}`, async () => {
      const [found, expected] = await run(build);
      assert.deepEqual(found, expected);
    });
  }
}
