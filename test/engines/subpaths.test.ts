import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Options } from "tsup";
import { describe, expect, it } from "vitest";
import builds from "../../tsup.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { exports, peerDependencies, peerDependenciesMeta, devDependencies } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const entries = Object.assign({}, ...(builds as Options[]).map(({ entry }) => entry)) as Record<string, string>;
const subpaths = Object.keys(exports)
  .filter((name) => name.startsWith("./engines/"))
  .map((name) => name.slice("./".length));

describe("the engines' subpaths", () => {
  it("are built, each from its file", () => {
    expect(subpaths).toEqual(
      Object.keys(entries)
        .filter((name) => name.startsWith("engines/"))
        .sort(),
    );
    for (const name of subpaths) expect(existsSync(join(root, entries[name]!)), entries[name]).toBe(true);
  });

  it("serve import and require, with types for each", () => {
    for (const name of subpaths) {
      expect(exports[`./${name}`]).toMatchObject({
        import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
        require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
      });
    }
  });

  it("need nothing that a user has to install unasked", () => {
    expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies));
    for (const name of Object.keys(peerDependencies)) {
      expect(peerDependenciesMeta[name]).toEqual({ optional: true });
      expect(devDependencies).toHaveProperty([name]);
    }
  });

  it("load their packages when they are used, not when they are imported", () => {
    const files = (readdirSync(join(root, "src/engines"), { recursive: true }) as string[]).filter((file) =>
      file.endsWith(".ts"),
    );
    const eager = files.flatMap((file) =>
      [...readFileSync(join(root, "src/engines", file), "utf8").matchAll(/^import (?!type )[^;]*? from "([^"]+)";/gmu)]
        .map(([, from]) => from!)
        .filter((from) => Object.hasOwn(peerDependencies, from)),
    );
    expect(eager).toEqual([]);
  });
});
