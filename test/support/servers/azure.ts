import { type Answer, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

const DICTIONARY = /<mstrans:dictionary translation="([^"]*)">[^<]*<\/mstrans:dictionary>/g;

interface Input {
  text: string;
  textType?: string;
}

/** Azure Translator: `POST /translate` in both versions, at most 1,000 texts and 50,000 characters. */
export function startAzure(key: string) {
  return startLoopback(({ method, path, query, headers, body }: Seen): Answer => {
    if (method !== "POST" || path !== "/translate") return refusal(404, 404000, "Resource not found");
    if (headers["ocp-apim-subscription-key"] !== key) return refusal(401, 401000, "The credentials are invalid.");
    const isOld = query.get("api-version") === "3.0";
    const inputs = isOld ? readOld(query, JSON.parse(body)) : readNew(query, JSON.parse(body));
    if (!inputs) return refusal(400, 400000, "The request is not valid.");
    if (inputs.length > 1000) return refusal(400, 400077, "The maximum request size has been exceeded.");
    if (inputs.reduce((sum, { text }) => sum + text.length, 0) > 50_000) return refusal(400, 400077, "Too large.");
    const results = inputs.map(({ text, textType }) => ({
      translations: [{ to: "en", language: "en", text: translate(text, textType === "html", isOld) }],
    }));
    return { body: isOld ? results : { value: results } };
  });
}

function readOld(query: URLSearchParams, body: { Text: string }[]): Input[] | undefined {
  if (query.get("from") !== "zh-Hans" || query.get("to") !== "en" || !Array.isArray(body)) return undefined;
  return body.map(({ Text }) => ({ text: Text, textType: query.get("textType") ?? "plain" }));
}

function readNew(query: URLSearchParams, body: { inputs: (Input & { language: string; targets: unknown[] })[] }) {
  if (query.get("api-version") !== "2026-06-06" || !Array.isArray(body.inputs)) return undefined;
  const isWhole = body.inputs.every(({ language, targets }) => language === "zh-Hans" && targets?.length === 1);
  return isWhole ? body.inputs : undefined;
}

function translate(text: string, html: boolean, hasDictionary: boolean): string {
  const english = gist(text, { html: html || (hasDictionary && text.includes("<mstrans:")) });
  return hasDictionary ? english.replace(DICTIONARY, "$1") : english;
}

function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
