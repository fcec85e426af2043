import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ai } from "../../src/engines/ai.js";
import { amazon } from "../../src/engines/amazon.js";
import { bergamot, pullModels } from "../../src/engines/bergamot/index.js";
import { deepl } from "../../src/engines/deepl/index.js";
import type { Engine } from "../../src/engines/engine.js";
import { google } from "../../src/engines/google.js";
import { lazily } from "../../src/engines/lazy.js";

/** As Node says it of a package that nobody installed. */
const notInstalled = vi.hoisted(() => () => {
  throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
});
vi.mock("deepl-node", notInstalled);
vi.mock("@google-cloud/translate", notInstalled);
vi.mock("@aws-sdk/client-translate", notInstalled);
vi.mock("ai", notInstalled);
vi.mock("node:module", () => ({ createRequire: () => ({ resolve: notInstalled }) }));

const folder = mkdtempSync(join(tmpdir(), "not-millet-optional-"));
beforeAll(async () => {
  for (const file of ["model.bin", "vocab.spm"]) writeFileSync(join(folder, file), "x");
  await pullModels({ folder, from: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an engine whose package is not installed", () => {
  it.each<[string, () => Engine, string]>([
    ["deepl", () => deepl({ authKey: "key" }), "deepl-node"],
    ["google", () => google(), "@google-cloud/translate"],
    ["amazon", () => amazon(), "@aws-sdk/client-translate"],
    ["ai", () => ai({ model: "any/model" }), "ai"],
    ["bergamot", () => bergamot({ folder }), "@browsermt/bergamot-translator"],
  ])("can be made, and says at its first use what to install: %s", async (_, make, name) => {
    const translation = make().translate([{ text: "你好", terms: [] }], { from: "zh", to: "en" });
    await expect(translation).rejects.toMatchObject({
      name: "EngineError",
      code: "missing-dependency",
      fatal: true,
      message: expect.stringContaining(`npm install ${name}`),
    });
  });
});

describe("lazily", () => {
  it("makes one for all who ask, and another after it was taken", async () => {
    let made = 0;
    const lazy = lazily(async () => ++made);
    expect(await lazy.take()).toBeUndefined();
    expect(await Promise.all([lazy.get(), lazy.get()])).toEqual([1, 1]);
    expect(await lazy.take()).toBe(1);
    expect(await lazy.get()).toBe(2);
  });

  it("does not remember a failure", async () => {
    let tries = 0;
    const lazy = lazily(async () => {
      if (++tries === 1) throw new Error("not yet");
      return "made";
    });
    await expect(lazy.get()).rejects.toThrow("not yet");
    expect(await lazy.get()).toBe("made");
  });
});
