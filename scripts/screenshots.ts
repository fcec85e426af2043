/**
 * Takes the pictures of the README from real output: `npx tsx scripts/screenshots.ts`, with Chromium and Chinese fonts.
 *
 * Nothing is drawn by hand: the pages are what `renderHtml` writes, and the terminal shows what `renderTerminal` sends.
 */
import { mkdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { createTranslator } from "../src/index.js";
import { renderHtmlPage, renderTerminal } from "../src/render/index.js";
import { launchChromium } from "../test/support/chromium.js";

const folder = new URL("../docs/images/", import.meta.url);
const LOST_PHONE = readFileSync(new URL("../examples/lost-phone.txt", import.meta.url), "utf8").trim();
const BREAKFAST = "今天早上喝了小米粥，晚上买了小米手机[赞]";
const CHAIN = "太好用了//@小明:回复@小红:小米的屏幕不错//@小红:哪个牌子好？";

interface Picture {
  name: string;
  html: string;
  width: number;
  scheme: "light" | "dark";
  /** What the pointer is on. */
  hover?: string;
}

const COLOURS = new Map([
  ["1", "font-weight:700"],
  ["2", "opacity:.55"],
  ["4", "text-decoration:underline"],
  ["31", "color:#ff7b72"],
  ["33", "color:#f2b45c"],
  ["35", "color:#d2a8ff"],
  ["36", "color:#76d0d8"],
]);

/** What a terminal makes of coloured text, as a page; Han take two cells in this font, as they do there. */
function terminalPage(command: string, output: string): string {
  const escaped = output.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const coloured = escaped.replace(/\u001b\[([\d;]+)m([^\u001b]*)\u001b\[0m/gu, (_, codes: string, text: string) => {
    const style = codes.split(";").map((code) => COLOURS.get(code) ?? "");
    return `<span style="${style.join(";")}">${text}</span>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #16181d; color: #d6d9e0; padding: 1.4rem 1.6rem; width: max-content; }
pre { margin: 0; font: 15px/1.6 "Noto Sans Mono CJK SC", monospace; }
</style><pre><span style="opacity:.55">$ ${command}</span>\n\n${coloured}</pre>`;
}

async function take(browser: Browser, { name, html, width, scheme, hover }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 200 },
    colorScheme: scheme,
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await page.setContent(html);
  // As high as the page, so that what is fixed to the window's end stands at its end.
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
  await page.setViewportSize({ width: wide, height: height + (hover ? 30 : 0) });
  if (hover) await page.locator(hover).first().hover();
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname });
  await context.close();
}

const translator = createTranslator();
const [lostPhone, breakfast, chain] = await Promise.all(
  [LOST_PHONE, BREAKFAST, CHAIN].map((text) => translator.translate(text)),
);
const page = renderHtmlPage([lostPhone!, breakfast!]);
const terminal = renderTerminal(lostPhone!, { columns: 112 });
const pictures: Picture[] = [
  { name: "wide", html: page, width: 1000, scheme: "light", hover: '.target dfn[data-entry="小米云服务"]' },
  { name: "narrow", html: renderHtmlPage([breakfast!, chain!]), width: 400, scheme: "dark" },
  {
    name: "terminal",
    html: terminalPage("npx not-millet translate -f examples/lost-phone.txt", terminal),
    width: 400,
    scheme: "dark",
  },
];

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const picture of pictures) await take(browser, picture);
await browser.close();
await translator.close();
