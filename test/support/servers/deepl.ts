import { type Answer, type Loopback, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

/** A glossary that the server holds. */
export interface StoredGlossary {
  glossary_id: string;
  name: string;
  creation_time: string;
  entries: Map<string, string>;
}

const MAX_BODY = 128 * 1024;

/**
 * DeepL as documented: `/v2/translate` in form encoding with its limits of 50 texts and 128 KiB, `/v3/glossaries` with a
 * limit on their number, 403 for a wrong key.
 */
export async function startDeepL(key: string, { maxGlossaries = 1000 } = {}) {
  const glossaries = new Map<string, StoredGlossary>();
  let serial = 0;
  const answer = (request: Seen): Answer => {
    if (request.headers.authorization !== `DeepL-Auth-Key ${key}`)
      return refusal(403, `Forbidden: ${request.headers.authorization}`);
    if (Buffer.byteLength(request.body) > MAX_BODY) return refusal(413, "Request size exceeds the limit");
    if (request.path === "/v2/translate") return translate(new URLSearchParams(request.body));
    const [, version, kind, id] = request.path.split("/");
    if (version !== "v3" || kind !== "glossaries") return refusal(404, "Not found");
    if (request.method === "GET") return { body: { glossaries: [...glossaries.values()].map(shown) } };
    if (request.method === "DELETE") return glossaries.delete(id!) ? { status: 204 } : refusal(404, "No such glossary");
    return create(new URLSearchParams(request.body));
  };
  const translate = (form: URLSearchParams): Answer => {
    const texts = form.getAll("text");
    if (texts.length === 0 || texts.length > 50) return refusal(400, "Too many texts");
    const glossary = form.get("glossary_id");
    if (glossary && !glossaries.has(glossary)) return refusal(404, "Glossary not found");
    if (glossary && !form.get("source_lang")) return refusal(400, "source_lang is required");
    const html = form.get("tag_handling") === "html";
    return {
      body: {
        translations: texts.map((text) => ({
          detected_source_language: "ZH",
          text: gist(text, { html, glossary: glossaries.get(glossary ?? "")?.entries }),
          billed_characters: text.length,
        })),
      },
    };
  };
  const create = (form: URLSearchParams): Answer => {
    if (glossaries.size >= maxGlossaries) return refusal(456, "Too many glossaries");
    const csv = form.get("dictionaries[0].entries") ?? "";
    const rows = csv.split("\n").map((row) => row.slice(1, -1).split('","'));
    const entries = new Map(rows.map(([source, target]) => [unquoted(source), unquoted(target)]));
    if (entries.size !== rows.length) return refusal(400, "Duplicate source");
    const glossary: StoredGlossary = {
      glossary_id: `id-${++serial}`,
      name: form.get("name") ?? "",
      creation_time: new Date(serial * 1000).toISOString(),
      entries,
    };
    glossaries.set(glossary.glossary_id, glossary);
    return { status: 201, body: shown(glossary) };
  };
  const server: Loopback = await startLoopback(answer);
  return { ...server, glossaries };
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message } };
}

function unquoted(field = ""): string {
  return field.replaceAll('""', '"');
}

function shown({ entries, ...glossary }: StoredGlossary) {
  return { ...glossary, dictionaries: [{ source_lang: "zh", target_lang: "en", entry_count: entries.size }] };
}
