/** A TypeScript project that uses not-millet: `npm install && npm run build && npm start`. */
import { writeFileSync } from "node:fs";
import { type BilingualPost, createTranslator, Glossary, NotMilletError } from "not-millet";
import { renderHtml } from "not-millet/render";

const glossary = Glossary.bundled().with([{ source: "米宝", target: "Mibao", kind: "product" }]);
const translator = createTranslator({ glossary });

function report({ terms, rejected, issues }: BilingualPost): string[] {
  return [
    ...terms.map(({ source, target }) => `${source.text} is ${target?.text ?? "missing"}`),
    ...rejected.map(({ source, entry, reason }) => `${source.text} is not ${entry.target}: ${reason}`),
    ...issues.map(({ code, message }) => `${code}: ${message}`),
  ];
}

try {
  // Today Xiaomi releases Mibao; in the morning, millet porridge.
  const post = await translator.translate("小米今天发布米宝，早上喝小米粥");
  console.log(report(post).join("\n"));
  writeFileSync("post.html", renderHtml(post));
} catch (error) {
  if (!(error instanceof NotMilletError)) throw error;
  console.error(error.code, error.message);
} finally {
  await translator.close();
}
