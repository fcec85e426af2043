import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "scslre";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src", import.meta.url));

interface Found {
  where: string;
  source: string;
  flags: string;
}

/** Every regular expression that is written in the source. */
function literals(): Found[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const tree = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
        found.push({
          where: `${file}:${line + 1} ${node.text}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Those that are made when the library runs, of its dictionaries: the constructor is watched while posts are translated. */
async function made(): Promise<Found[]> {
  const found: Found[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [pattern, flags = ""]) {
      const regex = new target(pattern, flags);
      // Packages that are loaded meanwhile make some too: only what the source itself makes counts.
      const caller = new Error().stack!.split("\n")[2]!;
      if (caller.includes("/src/")) found.push({ where: `made: ${regex}`, source: regex.source, flags: regex.flags });
      return regex;
    },
  });
  try {
    const { createTranslator } = await import("../src/translator.js");
    const { engine: _, ...translator } = createTranslator();
    for (const post of [
      "#小米#【新品】第一步：登录；第二步：2015年1月1日3点完成百分之二十。回复@雷军:好//@老王:转发[泪]",
      "1.关注@小米公司 2.转发本条微博，抽3位。活动时间：1月1日-3日。详情：http://t.cn/AbC",
    ])
      await translator.translate(post);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

/** How a match can take more than linear time; a sticky expression is tried at one place only, so it cannot be moved. */
function superLinear({ where, source, flags }: Found): string[] {
  const reportTypes = { Self: true, Trade: true, Move: !flags.includes("y") };
  return analyse({ source, flags }, { reportTypes, maxReports: 1 }).reports.map(({ type }) => `${type} in ${where}`);
}

describe("a regular expression", () => {
  it("of the source never backtracks more than linearly", () => {
    const found = literals();
    expect(found.length).toBeGreaterThan(300);
    expect(found.flatMap(superLinear)).toEqual([]);
  });

  it("made of dictionaries never does either", async () => {
    const found = await made();
    expect(found.length).toBeGreaterThan(10);
    expect(found.flatMap(superLinear)).toEqual([]);
  });

  it("that did would be seen", () => {
    expect(superLinear({ where: "here", source: "(a+)+$", flags: "" })).toHaveLength(1);
    expect(superLinear({ where: "here", source: "\\s+$", flags: "" })).toHaveLength(1);
    expect(superLinear({ where: "here", source: "\\s+", flags: "g" })).toEqual([]);
  });
});
