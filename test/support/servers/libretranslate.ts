import { type Answer, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

/** LibreTranslate as its `app.py` behaves: JSON, a list in `q`, limits of texts and characters, an error as `{ error }`. */
export function startLibreTranslate(key: string, { batchLimit = 25, charLimit = 5000 } = {}) {
  return startLoopback(({ method, path, body }: Seen): Answer => {
    if (method !== "POST" || path !== "/translate") return { status: 404, body: { error: "Not found" } };
    const { q, source, target, format, api_key } = JSON.parse(body);
    if (api_key !== key) return { status: 403, body: { error: `Invalid API key: ${api_key}` } };
    if (!Array.isArray(q) || source !== "zh" || target !== "en")
      return { status: 400, body: { error: "Invalid request" } };
    if (q.length > batchLimit) return { status: 400, body: { error: "Invalid request: text limit exceeded" } };
    if (q.join("").length > charLimit)
      return { status: 400, body: { error: "Invalid request: character limit exceeded" } };
    return { body: { translatedText: q.map((text: string) => gist(text, { html: format === "html" })) } };
  });
}
