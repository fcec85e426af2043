import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHash as standIn } from "../../src/browser/crypto.js";
import { Glossary } from "../../src/glossary/glossary.js";
import { cases } from "../core/cases.mjs";
import { hasChromium, launchChromium } from "../support/chromium.js";

const dist = resolve(fileURLToPath(new URL("../../dist", import.meta.url)));
const POST =
  "#小米手机学院#【手机丢了怎么办?】第一步:登录小米云服务;第二步:挂失。早上喝小米粥[泪]@小米公司 http://t.cn/AbC";

describe("SHA-256 of the browser build", () => {
  it("is Node's", () => {
    const hash = (create: typeof standIn, text: string) => create("sha256").update(text).digest("hex");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(hash(standIn, text)).toBe(hash(createHash as unknown as typeof standIn, text));
      }),
    );
  });
});

/** Serves the built files on loopback, and an empty page. */
async function serve(): Promise<{ server: Server; origin: string }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const file =
      url === "/core/cases.js"
        ? fileURLToPath(new URL("../core/cases.mjs", import.meta.url))
        : join(dist, new URL(url, "http://localhost").pathname);
    if (url.endsWith(".js") && existsSync(file)) {
      response.setHeader("content-type", "text/javascript").end(await readFile(file));
    } else response.setHeader("content-type", "text/html").end("<!doctype html><title>x</title>");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe.skipIf(!hasChromium)("the browser build in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    const served = await serve();
    server = served.server;
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(served.origin);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    expect(errors).toEqual([]);
  });

  /** Runs the body of an async function in the page, with the library as `library` and the renderers as `render`. */
  function run<T>(body: string): Promise<T> {
    const imports = `const library = await import("/browser/index.js"); const render = await import("/browser/render.js");`;
    return page.evaluate(`(async () => { ${imports} ${body} })()`) as Promise<T>;
  }

  it("reads a post as Node does", async () => {
    const post = await run<Record<string, unknown[]>>(
      `return JSON.parse(JSON.stringify(library.analyze(${JSON.stringify(POST)})))`,
    );
    expect(post.hashtags).toHaveLength(1);
    expect(post.lists).toMatchObject([{ kind: "steps", items: [{ ordinal: 1 }, { ordinal: 2 }] }]);
    expect(post.terms).toMatchObject([{ entry: { target: "Xiaomi" } }, { entry: { target: "Xiaomi Cloud" } }]);
    expect(post.issues).toEqual([]);
    expect((post.words as { text: string }[]).map(({ text }) => text).join("")).toBe(POST.replaceAll(" ", ""));
  });

  it("translates and renders it with the embedded engine", async () => {
    const html = await run<string>(
      `return render.renderHtml(await library.translate(${JSON.stringify(POST)}), { page: false })`,
    );
    expect(html).toContain(">Xiaomi Cloud</dfn>");
    expect(html).toContain("Step 1: ");
  });

  it("has the bundled glossary, and calls it by the same hash", async () => {
    const [size, hash] = await run<[number, string]>(
      "const glossary = library.Glossary.bundled(); return [glossary.size, glossary.hash]",
    );
    expect([size, hash]).toEqual([Glossary.bundled().size, Glossary.bundled().hash]);
  });

  it.each(Object.keys(cases))("does what every build must do: %s", async (name) => {
    const [found, expected] = await run<[unknown, unknown]>(
      `const { cases } = await import("/core/cases.js"); return cases[${JSON.stringify(name)}]({ library, render })`,
    );
    expect(found).toEqual(expected);
  });

  it("reads and writes tables", async () => {
    const csv = "source,target,kind\\n米宝,Mibao,product\\n";
    const text = await run<string>(
      `return library.Glossary.parse("${csv}", { format: "csv" }).stringify({ format: "tsv" }).text`,
    );
    expect(text).toContain("米宝\tMibao\tproduct");
  });
});
