import { pMapIterable } from "p-map";
import { analyze as analyzeText, checkText, inspect } from "./analyze.js";
import type { CallOptions } from "./engines/call.js";
import { type CallCounts, noCounts } from "./engines/counts.js";
import { lexicon } from "./engines/embedded.js";
import type { Engine } from "./engines/engine.js";
import { lazily } from "./engines/lazy.js";
import type { TranslationMemory } from "./engines/memory.js";
import { ArgumentError } from "./errors.js";
import { Glossary } from "./glossary/glossary.js";
import type { BilingualPost, Post } from "./model.js";
import type { Construct } from "./post/construct.js";
import type { WordSegmenter } from "./words/segmenter.js";

/** What a translator is made of; every member has a default. */
export interface TranslatorOptions extends Omit<CallOptions, "memory"> {
  /** The names and terms. Default: the bundled glossary. */
  glossary?: Glossary | undefined;
  /** What translates the rest. Default: the embedded engine. */
  engine?: Engine | undefined;
  /** What splits words. Default: `jiebaSegmenter`, or `Intl.Segmenter` where its dictionary is not installed. */
  segmenter?: WordSegmenter | undefined;
  /** Where translations are kept: a `Map`, or anything with `get` and `set`. Default: nowhere. */
  memory?: TranslationMemory | undefined;
  /** The constructs of posts. Default: `defaultConstructs`. */
  constructs?: readonly Construct[] | undefined;
  /** Whether results carry `glosses`, for engines that can explain themselves. Default false. */
  explain?: boolean | undefined;
}

/** What comes with one call. */
export interface TranslateOptions {
  /** Aborts; the promise rejects with an `EngineError` `aborted`. */
  signal?: AbortSignal | undefined;
}

/** What comes with a stream of posts. */
export interface TranslateAllOptions extends TranslateOptions {
  /** How many posts are under way at the same time, from 1 up. Default 8. */
  concurrency?: number | undefined;
}

/** Translates posts with one glossary and one engine. */
export interface Translator {
  /** The names and terms. */
  readonly glossary: Glossary;
  /** What translates. */
  readonly engine: Engine;
  /** What has been sent to the engine so far, and what the memory saved. */
  readonly counts: Readonly<CallCounts>;
  /** What it was made of: `createTranslator({ ...translator.options, engine })` makes another. */
  readonly options: Readonly<TranslatorOptions>;
  /** Reads a post without translating it. */
  analyze(text: string): Post;
  /** Translates a post. Rejects with an `EngineError` where the engine fails for good. */
  translate(text: string, options?: TranslateOptions): Promise<BilingualPost>;
  /** Translates posts in order, several at a time. */
  translateAll(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: TranslateAllOptions,
  ): AsyncIterable<BilingualPost>;
  /**
   * Mends the terms of a translation that some other system made, without an engine: wrong and forbidden forms are
   * replaced where the term stood, names in pinyin too (Tengxun for Tencent; not in a browser, which has no pinyin); what
   * cannot be placed is an issue `term-missing`.
   */
  repair(source: string, existingTranslation: string): Promise<BilingualPost>;
  /** Frees what the engine holds. */
  close(): Promise<void>;
}

/**
 * Makes a translator. It returns at once: the line, dictionaries and engines load when they are first needed.
 *
 * @example
 * ```ts
 * import { createTranslator, Glossary } from "not-millet";
 *
 * const glossary = Glossary.bundled().with([{ source: "米宝", target: "Mibao", kind: "product" }]);
 * const translator = createTranslator({ glossary, memory: new Map() });
 * for await (const post of translator.translateAll(["米宝", "小米"])) console.log(post.target.text); // Mibao, Xiaomi
 * ```
 */
export function createTranslator(options: TranslatorOptions = {}): Translator {
  const engine = options.engine ?? lexicon();
  const { explain = false } = options;
  const counts = noCounts();
  const line = lazily(async () => (await import("./line.js")).openLine(engine, options, counts));
  const translate = async (text: string, { signal }: TranslateOptions = {}): Promise<BilingualPost> =>
    (await line.get()).translate(inspect(text, options), { signal, explain });

  return {
    get glossary() {
      return options.glossary ?? Glossary.bundled();
    },
    engine,
    counts,
    options,
    analyze: (text) => analyzeText(text, options),
    translate,
    translateAll: (texts, { concurrency = 8, signal } = {}) =>
      inOrder(texts, concurrency, (text) => translate(text, { signal })),
    repair: async (source, existingTranslation) =>
      (await line.get()).repair(inspect(source, options), checkText(existingTranslation)),
    close: async () => engine.close?.(),
  };
}

/** Runs posts several at a time and yields their results in the order of the input. */
async function* inOrder(
  texts: Iterable<string> | AsyncIterable<string>,
  concurrency: number,
  translate: (text: string) => Promise<BilingualPost>,
): AsyncIterable<BilingualPost> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new ArgumentError(
      `Expected \`concurrency\` to be a whole number from 1 up, but received ${String(concurrency)}.`,
    );
  }
  yield* pMapIterable(texts, translate, { concurrency });
}

let standard: Translator | undefined;

/**
 * Translates a post with the bundled glossary and the embedded engine.
 *
 * For an engine or glossary of your own, or many posts, make a translator with `createTranslator`.
 *
 * @example
 * ```ts
 * import { translate } from "not-millet";
 *
 * const post = await translate("小米发布新手机"); // Xiaomi releases a new phone
 * post.terms[0]?.target; // { start: 0, end: 6, text: "Xiaomi" }
 * ```
 */
export function translate(text: string, options?: TranslateOptions): Promise<BilingualPost> {
  standard ??= createTranslator();
  return standard.translate(text, options);
}
