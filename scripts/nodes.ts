/**
 * Runs the core tests on the built package with several versions of Node, taken from the registry's package `node`.
 *
 *     npm run test:nodes [-- 20 22 24]
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endWithReader } from "../src/cli/reader.js";

endWithReader();

const test = fileURLToPath(new URL("../test/core/core.mjs", import.meta.url));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ["20", "22", "24"];

for (const version of versions) {
  const args = ["--yes", "--package", `node@${version}`, "--", "node", "--test", "--test-reporter=tap", test];
  const { status, stdout, stderr } = spawnSync("npx", args, { encoding: "utf8" });
  const passed = /^# pass (\d+)$/m.exec(stdout)?.[1] ?? "0";
  console.log(`Node ${version}: ${status === 0 ? `${passed} passed` : `FAILED\n${stdout}${stderr}`}`);
  if (status !== 0) process.exitCode = 1;
}
