import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lexer, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { archiveFormats } from "../../src/archive/read/formats.js";
import { glossaryFormats } from "../../src/glossary/formats/formats.js";
import { issueCodeSchema } from "../../src/schemas.js";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const source = (readdirSync(join(root, "src"), { recursive: true }) as string[])
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.replaceAll("\\", "/")}`);

/** What stands in `code` in the first column of the table of a page whose header begins so. */
function listed(page: string, header: string): string[] {
  const tables = lexer(read(page)).filter((token): token is Tokens.Table => token.type === "table");
  const rows = tables.filter((table) => table.header[0]?.text === header).flatMap((table) => table.rows);
  return rows.flatMap(([first]) => [...(first?.text ?? "").matchAll(/`([^`]+)`/gu)].map((match) => match[1]!));
}

/** The members of a union of strings, as a file writes it. */
function union(file: string, name: string): string[] {
  const body = new RegExp(`type ${name} =([^;]*);`, "u").exec(read(file))?.[1] ?? "";
  return [...body.matchAll(/"([^"]+)"/gu)].map((match) => match[1]!);
}

describe("docs/errors.md", () => {
  const errors = union("src/errors.ts", "ErrorCode");
  const issues = issueCodeSchema.options;

  it("lists every code of an error and of an issue, and no other", () => {
    expect(errors.length).toBeGreaterThan(10);
    expect(listed("docs/errors.md", "code").sort()).toEqual([...errors, ...issues].sort());
  });

  it.each([...errors, ...issues])("%s can come up: something in the source says it", (code) => {
    const declared = new Set(["src/model/issue.ts", "src/schemas.ts"]);
    const uses = source
      .filter((file) => !declared.has(file))
      .flatMap((file) =>
        read(file)
          .split(`"${code}"`)
          .slice(1)
          .map(() => file),
      );
    // In errors.ts a code stands once where it is declared; the class with only one code says it once more.
    const inErrors = uses.filter((file) => file === "src/errors.ts").length;
    expect(uses.length - Math.min(inErrors, 1)).toBeGreaterThan(0);
  });
});

describe("docs/glossary.md", () => {
  it("lists every finding of lint", () => {
    expect(listed("docs/glossary.md", "finding").sort()).toEqual(
      union("src/glossary/lint.ts", "GlossaryFindingCode").sort(),
    );
  });

  it("lists every member of an entry", () => {
    const body = /interface GlossaryEntry \{([^}]*)\}/u.exec(read("src/model/entry.ts"))?.[1] ?? "";
    const members = [...body.matchAll(/^ {2}(\w+)\??:/gmu)].map((match) => match[1]!);
    expect(listed("docs/glossary.md", "member")).toEqual(members);
  });

  it("names every format", () => {
    for (const { name } of glossaryFormats) expect(read("docs/glossary.md")).toContain(name);
  });
});

describe("docs/archives.md", () => {
  it("lists every format", () => {
    const names = archiveFormats.map(({ name }) => name);
    expect(
      listed("docs/archives.md", "format")
        .filter((name) => names.includes(name))
        .sort(),
    ).toEqual(names.sort());
  });
});

describe("links", () => {
  const guide = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));
  const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...guide.map((file) => `docs/${file}`)];

  it.each(pages)("of %s lead somewhere", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/gu)];
    const dead = links.filter(([, file = "", anchor]) => {
      const target = file === "" ? page : join(page, "..", file);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown: string): string[] {
  return (markdown.match(/^#+ .*$/gmu) ?? []).map((heading) =>
    heading
      .replace(/^#+ /u, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}
