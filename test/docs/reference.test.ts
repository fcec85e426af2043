import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

it("the API reference has a sentence on every exported symbol and member, and no dead link", async () => {
  const typedoc = resolve(root, "node_modules/typedoc/bin/typedoc");
  // Warnings are errors here (typedoc.json).
  const { stderr } = await promisify(execFile)(process.execPath, [typedoc, "--emit", "none"], { cwd: root });
  expect(stderr).toBe("");
}, 240_000);
