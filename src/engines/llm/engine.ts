import { inGroups } from "../carry.js";
import { defineEngine, type Engine, type TranslationUnit } from "../engine.js";
import { modelName } from "../identity.js";
import { wellFormed } from "../text.js";
import { INSTRUCTIONS, type Prompt, writePrompt } from "./prompt.js";
import { readTranslation } from "./read.js";

/** What every engine with a language model can be told. */
export interface LanguageModelLimits {
  /** Segments in one request. Default 20. */
  units?: number | undefined;
  /** Characters of text in one request. Default 4,000. */
  characters?: number | undefined;
  /** Requests under way at the same time. Default 4. */
  concurrency?: number | undefined;
}

/** Asks a model; gives the JSON that it answered with, undefined where it answered with something else. */
export type AskModel = (prompt: Prompt, signal: AbortSignal | undefined) => Promise<unknown>;

/**
 * Makes an engine of a language model. Its model's name has digits for the instructions and for `settings`: whatever
 * changes what the model says.
 *
 * A unit that the answer leaves out, or whose source comes back as another text, is asked for once more by itself; what
 * then is still wrong is `""`, which callers report as not translated.
 */
export function llmEngine(
  { name, model, settings }: { name: string; model: string; settings: Readonly<Record<string, unknown>> },
  { units: count = 20, characters = 4000, concurrency = 4 }: LanguageModelLimits,
  ask: AskModel,
): Engine {
  const request = async (units: readonly TranslationUnit[], signal: AbortSignal | undefined) => {
    const prompt = writePrompt(units);
    const answer = await ask(prompt, signal);
    return units.map(({ text }, i) => readTranslation(answer, prompt.ids[i]!, text));
  };
  const translate = async (units: readonly TranslationUnit[], signal: AbortSignal | undefined) => {
    const texts = await request(units, signal);
    if (units.length > 1) {
      for (const [i, unit] of units.entries()) texts[i] ??= (await request([unit], signal))[0];
    }
    return texts.map((text) => text ?? "");
  };
  return defineEngine({
    name,
    model: modelName(model, { instructions: INSTRUCTIONS, ...settings }),
    carry: ["instruction", "inline"],
    limits: { units: count, characters, contexts: 1, concurrency },
    translate: (units, { signal }) =>
      inGroups(
        units.map((unit) => ({ ...unit, text: wellFormed(unit.text) })),
        ({ context }) => context,
        (group) => translate(group, signal),
      ),
  });
}
