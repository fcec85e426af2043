import {
  type AnalyzeOptions,
  analyze,
  type BilingualPost,
  bilingualPostSchema,
  createTranslator,
  defineEngine,
  type Engine,
  EngineError,
  type ErrorCode,
  Glossary,
  type GlossaryEntry,
  type glossaryEntrySchema,
  type Issue,
  type Judged,
  mineTerms,
  type NotMilletError,
  type Post,
  type postSchema,
  type Span,
  type TermCandidate,
  type Translator,
  type TranslatorOptions,
  translate,
} from "not-millet";
import {
  type ArchiveEstimate,
  type ArchiveItem,
  type ArchiveLine,
  type ArchiveProgress,
  type ArchiveRecord,
  type ArchiveResult,
  type ConvertedPage,
  convertArchive,
  estimateArchive,
  fileMemory,
  isBroken,
  progressLine,
  readArchive,
  type TranslateArchiveOptions,
  translateArchive,
} from "not-millet/archive";
import { fallback } from "not-millet/engines/fallback";
import { type HtmlOptions, renderHtml, renderText } from "not-millet/render";
import { createReview, type ReviewDecision, type ReviewResult, reviewFile } from "not-millet/review";
import { engineContract } from "not-millet/testing";
import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";

declare const post: Post;
declare const both: BilingualPost;
declare const translator: Translator;

describe("posts", () => {
  it("come at once from analyze, in time from translate", () => {
    expectTypeOf(analyze).parameters.toEqualTypeOf<[text: string, options?: AnalyzeOptions]>();
    expectTypeOf(analyze).returns.toEqualTypeOf<Post>();
    expectTypeOf(translate).returns.resolves.toEqualTypeOf<BilingualPost>();
    // @ts-expect-error A post is a string.
    analyze(42);
  });

  it("have a span everywhere, and in both texts after translation", () => {
    expectTypeOf(post.segments[0]!.source).toEqualTypeOf<Span>();
    expectTypeOf(post.terms).toEqualTypeOf<Judged[]>();
    expectTypeOf(both.hashtags[0]!.target).toEqualTypeOf<Span>();
    expectTypeOf(both.hashtags[0]!.targetName).toEqualTypeOf<string>();
    expectTypeOf(both.lists[0]!.items[0]!.target).toEqualTypeOf<Span>();
    expectTypeOf(post).not.toHaveProperty("target");
    // @ts-expect-error Only a translation has targets.
    post.terms[0]?.target;
  });

  it("say that a term may be missing, and what became of it", () => {
    expectTypeOf(both.terms[0]!.target).toEqualTypeOf<Span | null>();
    expectTypeOf(both.terms[0]!.status).toEqualTypeOf<"kept" | "repaired" | "missing">();
    expectTypeOf(both.target.language).toEqualTypeOf<"en">();
  });

  it("are what their schemas describe, member for member", () => {
    expectTypeOf<z.output<typeof postSchema>>().toEqualTypeOf<Post>();
    expectTypeOf<z.output<typeof bilingualPostSchema>>().toEqualTypeOf<BilingualPost>();
    expectTypeOf<z.output<typeof glossaryEntrySchema>>().toEqualTypeOf<GlossaryEntry>();
    expectTypeOf(bilingualPostSchema.parse).returns.toEqualTypeOf<BilingualPost>();
  });

  it("list issues by a code that a switch can end on", () => {
    const meaning = ({ code }: Issue): string => {
      switch (code) {
        case "term-missing":
        case "term-repaired":
        case "token-missing":
        case "term-uncertain":
        case "false-name":
        case "untranslated":
        case "other-language":
        case "segmenter-fallback":
          return code;
      }
    };
    expectTypeOf(meaning).returns.toEqualTypeOf<string>();
  });
});

describe("glossaries", () => {
  it("take entries of three members or more", () => {
    expectTypeOf(Glossary.of).toBeCallableWith([{ source: "米宝", target: "Mibao", kind: "product" }]);
    expectTypeOf(Glossary.bundled().get).returns.toEqualTypeOf<GlossaryEntry | undefined>();
    // @ts-expect-error An entry says what it names.
    Glossary.of([{ source: "米宝", target: "Mibao" }]);
    // @ts-expect-error There is no such kind.
    Glossary.of([{ source: "米宝", target: "Mibao", kind: "toy" }]);
    // @ts-expect-error There is no such field.
    Glossary.of([{ source: "米宝", target: "Mibao", kind: "product", english: "Mibao" }]);
  });

  it("cannot be changed", () => {
    const glossary = Glossary.bundled();
    // @ts-expect-error The list is read-only.
    glossary.entries.push(glossary.entries[0]!);
    // @ts-expect-error A glossary is made by Glossary.of.
    new Glossary([], {});
    expectTypeOf(glossary.with).returns.toEqualTypeOf<Glossary>();
  });
});

describe("reviews", () => {
  it("go on at a terminal, or in a program of one's own", () => {
    const terminal = { input: process.stdin, output: process.stdout };
    expectTypeOf(reviewFile).toBeCallableWith("names.json", [], terminal);
    expectTypeOf(reviewFile).returns.resolves.toEqualTypeOf<ReviewResult>();
    const decisions: ReviewDecision[] = [];
    const log = { read: () => ({ decisions, damaged: [] }), append: (one: ReviewDecision) => void decisions.push(one) };
    expectTypeOf(createReview([], Glossary.bundled(), log).current).toEqualTypeOf<TermCandidate | undefined>();
  });
});

describe("engines", () => {
  it("are a name and a function; what they are given is known", () => {
    const shout = defineEngine({
      name: "shout",
      translate: async (units) => units.map(({ text }) => text.toUpperCase()),
    });
    expectTypeOf(shout).toExtend<Engine>();
    expectTypeOf(shout.name).toEqualTypeOf<"shout">();
    expectTypeOf(fallback(shout, [shout])).toEqualTypeOf<Engine>();
    // @ts-expect-error An engine is asynchronous.
    defineEngine({ name: "hasty", translate: (units) => units.map(({ text }) => text) });
    // @ts-expect-error There is no such way to carry terms.
    defineEngine({ name: "odd", carry: "pigeon", translate: async () => [] });
  });

  it("are checked by a contract for any test runner", () => {
    expectTypeOf(engineContract[0]!.run).toEqualTypeOf<(engine: Engine) => Promise<void>>();
  });
});

describe("translators", () => {
  it("need nothing, and take a Map as memory", () => {
    expectTypeOf(createTranslator).toBeCallableWith();
    expectTypeOf(createTranslator).toBeCallableWith({ memory: new Map<string, string>() });
    expectTypeOf<keyof TranslatorOptions>().toEqualTypeOf<
      | "glossary"
      | "engine"
      | "segmenter"
      | "memory"
      | "constructs"
      | "explain"
      | "retries"
      | "retryDelayMs"
      | "timeoutMs"
    >();
  });

  it("take any iterable and give results in order", () => {
    expectTypeOf(translator.translateAll).toBeCallableWith(["a"], { concurrency: 2 });
    expectTypeOf(translator.translateAll(new Set(["a"]))).toExtend<AsyncIterable<BilingualPost>>();
    expectTypeOf(translator.repair).returns.resolves.toEqualTypeOf<BilingualPost>();
  });
});

describe("errors", () => {
  it("have one base, a code and what to do about it", () => {
    expectTypeOf<EngineError>().toExtend<NotMilletError>();
    expectTypeOf<NotMilletError>().toExtend<Error>();
    expectTypeOf<NotMilletError["code"]>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<EngineError["retryAfterMs"]>().toEqualTypeOf<number | undefined>();
    // @ts-expect-error There is no such code.
    new EngineError("engine-tired", "…", { engine: "x" });
  });
});

describe("the other entries", () => {
  it("read archives as posts and pieces that are none", () => {
    expectTypeOf(readArchive(["a.json"])).toExtend<AsyncIterable<ArchiveItem>>();
    const text = (item: ArchiveItem): string => (isBroken(item) ? item.reason : item.text);
    expectTypeOf(text).parameter(0).toExtend<ArchiveItem>();
    expectTypeOf<ArchiveRecord["text"]>().toEqualTypeOf<string>();
    expectTypeOf(translateArchive).toBeCallableWith([], { translator, out: "a.jsonl" });
  });

  it("translate archives with an engine of one's own, watched and stopped", () => {
    const engine = defineEngine({ name: "own", translate: async (units) => units.map(({ text }) => text) });
    const own = createTranslator({ engine, memory: fileMemory("memory.jsonl") });
    expectTypeOf(own.options).toEqualTypeOf<Readonly<TranslatorOptions>>();
    const options = {
      translator: own,
      out: "a.jsonl",
      signal: AbortSignal.timeout(1000),
      onProgress: (progress: ArchiveProgress) => console.log(progressLine(progress), progress.remainingMs),
    } satisfies TranslateArchiveOptions;
    const records: ArchiveRecord[] = [{ id: "1", text: "早上好" }];
    expectTypeOf(translateArchive(records, options)).resolves.toEqualTypeOf<ArchiveResult>();
    expectTypeOf(translateArchive(readArchive(["a.json"]), options)).resolves.toEqualTypeOf<ArchiveResult>();
    expectTypeOf(estimateArchive).returns.resolves.toEqualTypeOf<ArchiveEstimate>();
    expectTypeOf(convertArchive("a.jsonl", "csv")).toEqualTypeOf<AsyncIterable<ConvertedPage>>();
    expectTypeOf<ArchiveLine["post"]>().toEqualTypeOf<BilingualPost>();
    // @ts-expect-error A run has to be written somewhere.
    translateArchive(records, { translator: own });
    // @ts-expect-error A record has an id.
    translateArchive([{ text: "早上好" }], options);
  });

  it("render only what is translated", () => {
    expectTypeOf(renderHtml).parameters.toEqualTypeOf<[post: BilingualPost, options?: HtmlOptions]>();
    // @ts-expect-error There is no English yet.
    renderText(post);
  });

  it("mine posts of any source", () => {
    expectTypeOf(mineTerms).toBeCallableWith(["a", { source: "a", translation: "b" }]);
    expectTypeOf(mineTerms).returns.resolves.toEqualTypeOf<TermCandidate[]>();
  });
});
