import { EngineError } from "../errors.js";
import { closedError, untilAborted } from "./abandon.js";
import { defineEngine, type Engine, type TranslationUnit } from "./engine.js";
import { bareCause } from "./http.js";
import { lazily } from "./lazy.js";
import { wellFormed } from "./text.js";

/** A pair of languages, as the browser asks for it. */
export interface BrowserLanguages {
  /** BCP 47, as in `"zh"`. */
  readonly sourceLanguage: string;
  /** BCP 47, as in `"en"`. */
  readonly targetLanguage: string;
}

/** A translator of the browser. */
export interface BrowserTranslator {
  /** Translates one text. */
  translate(text: string, options?: { signal?: AbortSignal }): Promise<string>;
  /** Frees what it holds. */
  destroy(): void;
}

/** The browser's `Translator`, as https://webmachinelearning.github.io/translation-api/ has it. */
export interface BrowserTranslatorFactory {
  /** Whether there is a model for the pair, or there could be. */
  availability(languages: BrowserLanguages): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  /** Makes a translator; downloads the model where it is not there yet. */
  create(
    options: BrowserLanguages & {
      monitor?: (monitor: {
        addEventListener(type: "downloadprogress", listener: (event: { loaded: number }) => void): void;
      }) => void;
      signal?: AbortSignal;
    },
  ): Promise<BrowserTranslator>;
}

/** Settings of the browser's translator. */
export interface ChromeOptions {
  /** Default: the page's `Translator`. */
  translator?: BrowserTranslatorFactory | undefined;
  /** Hears how much of the model is there, 0…1, where the browser has to download it. */
  onProgress?: ((loaded: number) => void) | undefined;
}

const NAME = "chrome";
const LANGUAGES: BrowserLanguages = { sourceLanguage: "zh", targetLanguage: "en" };

/**
 * The translator of the browser: Chrome from 138, Edge from 148, on desktops, in pages over https, not in workers.
 *
 * It takes plain text and knows no glossary: terms travel in the Chinese sentence. Where the browser has no model yet it
 * downloads one, which it allows only as the answer to a click or a key: then make the first translation there.
 */
export function chrome({ translator: given, onProgress }: ChromeOptions = {}): Engine {
  const connection = lazily(async () => {
    const factory = given ?? (globalThis as { Translator?: BrowserTranslatorFactory }).Translator;
    if (!factory) throw unavailable("This browser has no `Translator`: it takes Chrome 138 or Edge 148 on a desktop.");
    if ((await factory.availability(LANGUAGES)) === "unavailable") {
      throw unavailable("This browser cannot translate Chinese into English.");
    }
    return factory.create({
      ...LANGUAGES,
      monitor: (monitor) => monitor.addEventListener("downloadprogress", ({ loaded }) => onProgress?.(loaded)),
    });
  });

  const ask = async ({ text }: TranslationUnit, signal: AbortSignal | undefined): Promise<string> => {
    try {
      const translator = await untilAborted(connection.get(), signal);
      return await translator.translate(wellFormed(text), signal ? { signal } : {});
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw chromeError(error);
    }
  };
  return defineEngine({
    name: NAME,
    carry: "inline",
    limits: { units: 1, concurrency: 1 },
    translate: async (units, { signal }) => {
      const texts: string[] = [];
      for (const unit of units) texts.push(await ask(unit, signal));
      return texts;
    },
    close: async () => (await connection.take())?.destroy(),
  });
}

function unavailable(message: string): EngineError {
  return new EngineError("engine-unavailable", message, { engine: NAME, fatal: true });
}

/** What the browser's exceptions mean, by their names. */
const ADVICE = new Map([
  ["NotAllowedError", "the model has to be downloaded first: make the first translation in answer to a click or a key"],
  ["QuotaExceededError", "the text is too long for the browser's translator"],
  ["NetworkError", "the model could not be downloaded"],
  ["NotSupportedError", "the browser cannot translate this pair of languages"],
  ["NotReadableError", "the browser refused to show its translation"],
]);

function chromeError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const cause = bareCause(error);
  if (cause.name === "AbortError") return closedError(NAME, cause);
  const advice = ADVICE.get(cause.name);
  return new EngineError(
    cause.name === "NetworkError" ? "engine-unavailable" : "engine-failed",
    `The browser's translator failed (${cause.name}): ${advice ?? cause.message}.`,
    { engine: NAME, retryable: cause.name === "NetworkError", fatal: cause.name === "NotSupportedError", cause },
  );
}
