import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addModels } from "../../src/cli/models.js";
import { readModel } from "../../src/engines/bergamot/models.js";
import { startModels } from "../support/servers/models.js";
import { makeTinyModel } from "../support/tiny-model/index.js";

let folder: string;
let server: Awaited<ReturnType<typeof startModels>>;
let printed: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-cli-"));
  server = await startModels(makeTinyModel());
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (...args: string[]) => {
  const program = new Command().exitOverride();
  addModels(program);
  await program.parseAsync(["models", ...args], { from: "user" });
};

describe("models", () => {
  it("pull fetches the model, and says where it is", async () => {
    await run("pull", "--from", server.list, "--folder", folder);
    expect(printed).toBe(`Stored ${join(folder, "zh-en")}\n`);
    await run("pull", "--from", server.list, "--folder", folder);
    expect(printed).toContain(`There already: ${join(folder, "zh-en")}\n`);
    await readModel(join(folder, "zh-en"));
  });

  it("path prints the folder", async () => {
    vi.stubEnv("NOT_MILLET_MODELS", folder);
    await run("path");
    vi.unstubAllEnvs();
    expect(printed).toBe(`${folder}\n`);
  });
});
