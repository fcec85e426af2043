import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

// `npm run test:nodes` runs the same with Node 20, 22 and 24; test/browser with Chromium.
it("does what every build must do, as an ES module and as CommonJS", async () => {
  const file = fileURLToPath(new URL("./core/core.mjs", import.meta.url));
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ["--test", "--test-reporter=tap", file], { env });
  expect(stdout).toMatch(/^# fail 0$/m);
  expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(20);
}, 120_000);
