import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineEngine } from "../../src/engines/engine.js";
import { Glossary } from "../../src/glossary/glossary.js";
import { renderHtml, renderHtmlPage } from "../../src/render/html.js";
import { createTranslator } from "../../src/translator.js";
import { hasChromium, launchChromium } from "../support/chromium.js";
import { bilingual, HOSTILE } from "./posts.js";

describe.skipIf(!hasChromium)("HTML in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page, touches everything on it, and says what it ran, asked for and complained of. */
  async function happenings(html: string): Promise<string[]> {
    const page = await browser.newPage();
    const seen: string[] = [];
    await page.exposeFunction("pwned", () => seen.push("pwned"));
    page.on("dialog", (dialog) => {
      seen.push("dialog");
      void dialog.dismiss();
    });
    page.on("request", (request) => seen.push(`request ${request.url()}`));
    await page.setContent(html);
    await page.locator("[data-pair]").evaluateAll((pieces) => {
      for (const piece of pieces) {
        for (const type of ["pointerover", "mouseover", "focus"])
          piece.dispatchEvent(new Event(type, { bubbles: true }));
      }
    });
    await page.close();
    return seen;
  }

  it("would notice a script that runs", async () => {
    expect(await happenings("<img src=x onerror=pwned()><script>pwned()</script>")).toContain("pwned");
  });

  it("runs nothing of hostile posts, and asks for nothing", async () => {
    const posts = await Promise.all(HOSTILE.map((text) => bilingual(`【${text}】#${text}#@大卫 ${text} 小米`)));
    expect(await happenings(renderHtmlPage(posts))).toEqual([]);
    // A page of the reader's own has no policy that would stop a script.
    const articles = renderHtmlPage(posts, { page: false });
    expect(await happenings(`<!doctype html><title>x</title>${articles}`)).toEqual([]);
  }, 240_000);

  it("runs nothing of what engines answer and glossaries, titles and pinyin say", async () => {
    const evils = HOSTILE.map((evil) => evil.replace(/\p{Cs}/gu, "\ufffd"));
    const posts = evils.map(async (evil) => {
      const glossary = Glossary.of([{ source: "小米", target: `${evil}x`, kind: "brand", notIn: [`小米${evil}`] }]);
      const engine = defineEngine({ name: evil, translate: async (units) => units.map(() => evil) });
      const post = await createTranslator({ glossary, engine }).translate(`小米很好。小米${evil}`);
      post.issues.push({ code: "untranslated", severity: "error", message: evil });
      return post;
    });
    const all = evils.join(" ");
    const options = { title: all, prefix: all, pinyin: (characters: string) => Array.from(characters, () => all) };
    expect(await happenings(renderHtmlPage(await Promise.all(posts), options))).toEqual([]);
  }, 240_000);

  it("lights up both sides of a name, and only those", async () => {
    const page = await browser.newPage();
    await page.setContent(renderHtmlPage([await bilingual("小米转发"), await bilingual("小米")]));
    await page.locator(".target dfn").first().hover();
    const lit = await page.locator(".lit").allTextContents();
    expect(lit).toEqual(["小米", "Xiaomi"]);
    expect(await page.locator("#note").textContent()).toContain("小米 → Xiaomi (brand, kept)");
    await page
      .locator(".target")
      .last()
      .hover({ position: { x: 300, y: 5 } });
    expect(await page.locator("#note").isVisible()).toBe(false);
    await page.close();
  });

  it("shows both texts without script and without style", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(renderHtml(await bilingual("#好#【好】第一步:打开小米;第二步:喝小米粥。"), { page: false }));
    // What a reader sees, lines and all.
    const seen = (await page.evaluate("document.body.innerText")) as string;
    expect(seen.split("\n").filter((line) => line !== "")).toEqual([
      ...["#好#", "#word#", "【好】", "[word]"],
      ...[
        "第一步:打开小米;",
        "Step 1: word word Xiaomi;",
        "第二步:喝小米粥。",
        "Step 2: word word word word.",
        "Names",
      ],
    ]);
    expect(await page.locator("ol > li").count()).toBe(2);
    await context.close();
  });

  it("prints black on white, without what only a pointer needs", async () => {
    const context = await browser.newContext({ colorScheme: "dark" });
    const page = await context.newPage();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.setContent(renderHtml(await bilingual("小米")));
    const ink = "getComputedStyle(document.querySelector('.target')).color";
    expect(await page.evaluate(ink)).toBe("rgb(27, 27, 31)");
    expect(await page.locator("footer details").isVisible()).toBe(false);
    await context.close();
  });

  it.each([
    ["side by side where there is room", 1000, true],
    ["one under the other where there is not", 400, false],
  ])("sets the texts %s", async (_, width, beside) => {
    const page = await browser.newPage({ viewport: { width, height: 600 } });
    await page.setContent(renderHtml(await bilingual("第一步:打开;第二步:关。")));
    const source = (await page.locator(".source").first().boundingBox())!;
    const target = (await page.locator(".target").first().boundingBox())!;
    expect(target.x > source.x + source.width - 1).toBe(beside);
    expect(target.y >= source.y + source.height - 1).toBe(!beside);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).toBe(0);
    await page.close();
  });
});
