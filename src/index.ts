export { type AnalyzeOptions, analyze } from "./analyze.js";
export type { CallOptions } from "./engines/call.js";
export type { CallCounts } from "./engines/counts.js";
export {
  type Carry,
  defineEngine,
  type Engine,
  type EngineCall,
  type EngineLimits,
  type Explained,
  type TranslationUnit,
  type UnitGloss,
  type UnitRole,
  type UnitTerm,
} from "./engines/engine.js";
export type { TranslationMemory } from "./engines/memory.js";
export * from "./errors.js";
export type { GlossaryFormat, ReducedEntry, SkippedEntry, Stringified, TermPair } from "./glossary/formats/format.js";
export { glossaryFormats } from "./glossary/formats/formats.js";
export { Glossary, type GlossaryIdentity } from "./glossary/glossary.js";
export type { GlossaryFinding, GlossaryFindingCode } from "./glossary/lint.js";
export type { GlossaryChange, GlossaryConflict, GlossaryDiff, OnConflict } from "./glossary/merge.js";
export type * from "./model.js";
export type { Construct, Token, TokenKind } from "./post/construct.js";
export { defaultConstructs } from "./post/constructs.js";
export { bilingualPostSchema, glossaryEntrySchema, postSchema } from "./schemas.js";
export type { Range, Span } from "./span.js";
export { type CheckOptions, checkTranslations, type TranslationPair } from "./terminology/check/check.js";
export type { CountedEnglish, TermFinding, TermUse, TranslationCheck } from "./terminology/check/findings.js";
export {
  type LearnedEntry,
  type LearnedSenses,
  learnSenses,
  type SenseExample,
  type SkippedExample,
} from "./terminology/learn/learn.js";
export {
  entryOfCandidate,
  type MinedPost,
  type ProposedEnglish,
  type TermCandidate,
  type TermExample,
} from "./terminology/mine/candidate.js";
export type { MineOptions } from "./terminology/mine/mine.js";
export { mineTerms } from "./terminology/mine/on-demand.js";
export {
  createTranslator,
  type TranslateAllOptions,
  type TranslateOptions,
  type Translator,
  type TranslatorOptions,
  translate,
} from "./translator.js";
export { type DefaultSegmenter, defaultSegmenter } from "./words/default.js";
export { intlSegmenter } from "./words/intl.js";
export { jiebaSegmenter } from "./words/jieba/jieba.js";
export { nodejiebaSegmenter } from "./words/nodejieba.js";
export type { SegmentedWord, WordSegmenter } from "./words/segmenter.js";
