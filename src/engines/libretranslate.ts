import { z } from "zod";
import { byCarry } from "./carry.js";
import { defineEngine, type Engine, type TranslationUnit } from "./engine.js";
import { postJson, protocolError } from "./http.js";
import { modelName } from "./identity.js";
import { endpoint, fromEnvironment } from "./settings.js";
import { wellFormed } from "./text.js";

/** Settings of a LibreTranslate server. */
export interface LibreTranslateOptions {
  /** Where the server is. Default: the variable LIBRETRANSLATE_URL, else `http://localhost:5000`. */
  url?: string | undefined;
  /**
   * Many servers need none. Default: the variable LIBRETRANSLATE_API_KEY, but only where the address is not an option: a
   * key goes nowhere unasked.
   */
  apiKey?: string | undefined;
  /** The characters that the server takes in one request (its `--char-limit`). Default 5,000. */
  characters?: number | undefined;
  /** The texts that the server takes in one request (its `--batch-limit`). Default 25. */
  units?: number | undefined;
  /** Requests under way at the same time. Default 2. */
  concurrency?: number | undefined;
  /** How requests are made. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

const answerSchema = z.object({ translatedText: z.array(z.string()) });

/**
 * LibreTranslate, which anyone can run: `pip install libretranslate`.
 *
 * It has no glossaries; terms travel in elements that its HTML mode leaves alone, else in the Chinese sentence.
 *
 * @throws ArgumentError where `url` is no address.
 */
export function libretranslate(options: LibreTranslateOptions = {}): Engine {
  const url = options.url ?? fromEnvironment(["LIBRETRANSLATE_URL"]) ?? "http://localhost:5000";
  const address = endpoint("libretranslate", "url", url, "translate");
  const apiKey =
    options.apiKey ?? (options.url === undefined ? fromEnvironment(["LIBRETRANSLATE_API_KEY"]) : undefined);
  const name = "libretranslate";
  const ask = async (units: readonly TranslationUnit[], format: "text" | "html", signal: AbortSignal | undefined) => {
    const body = {
      q: units.map(({ text }) => wellFormed(text)),
      source: "zh",
      target: "en",
      format,
      ...(apiKey ? { api_key: apiKey } : {}),
    };
    const settings = "`url` and `apiKey`, or LIBRETRANSLATE_URL and LIBRETRANSLATE_API_KEY";
    const answer = await postJson({
      engine: name,
      url: address,
      body,
      signal,
      settings,
      secrets: [apiKey],
      fetch: options.fetch,
    });
    const read = answerSchema.safeParse(answer);
    if (!read.success) throw protocolError(name, "an answer without `translatedText`", read.error);
    return read.data.translatedText;
  };
  return defineEngine({
    name,
    // What translates is whatever model the server has.
    model: modelName(undefined, { server: address.host + address.pathname }),
    carry: ["markup", "inline"],
    limits: {
      units: options.units ?? 25,
      characters: options.characters ?? 5000,
      concurrency: options.concurrency ?? 2,
    },
    translate: (units, { signal }) =>
      byCarry(units, (group, isMarkup) => ask(group, isMarkup ? "html" : "text", signal)),
  });
}
