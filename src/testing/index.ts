import { createCaller } from "../engines/call.js";
import type { Carry, Engine, EngineCall, TranslationUnit } from "../engines/engine.js";
import { EngineError } from "../errors.js";
import { unitPlan } from "../protect/pieces.js";
import { protect } from "../protect/protect.js";
import { restore } from "../protect/restore.js";
import { termText } from "../protect/texts.js";

/** One duty of an engine: its name and a check that rejects, with a sentence, where an engine does not do it. */
export interface EngineDuty {
  /** What the engine owes, as the name of a test: `"keeps the order of the units"`. */
  readonly name: string;
  /** Rejects, with a sentence that says what was expected, where the engine does not do it. */
  run(engine: Engine): Promise<void>;
}

const CALL: EngineCall = { from: "zh", to: "en" };
const unit = (text: string): TranslationUnit => Object.freeze({ text, terms: Object.freeze([]) });

/**
 * What every engine owes to those who call it, one check each, for any test runner.
 *
 * @example
 * ```ts no-run
 * import { defineEngine } from "not-millet";
 * import { engineContract } from "not-millet/testing";
 * import { it } from "vitest";
 *
 * const engine = defineEngine({ name: "shout", translate: async (units) => units.map(({ text }) => text.toUpperCase()) });
 * for (const { name, run } of engineContract) it(name, () => run(engine));
 * ```
 */
export const engineContract: readonly EngineDuty[] = [
  {
    name: "gives as many texts as units",
    run: async (engine) => {
      const texts = await engine.translate([unit("你好。"), unit("世界。"), unit("今天下雨。")], CALL);
      hold(Array.isArray(texts) && texts.length === 3, `Expected 3 texts, but received ${describe(texts)}.`);
      hold(
        texts.every((text) => typeof text === "string" && text !== ""),
        `Expected texts that say something, but received ${describe(texts)}.`,
      );
    },
  },
  {
    name: "gives nothing for no units",
    run: async (engine) => {
      const texts = await engine.translate([], CALL);
      hold(Array.isArray(texts) && texts.length === 0, `Expected [], but received ${describe(texts)}.`);
    },
  },
  {
    name: "keeps the order of the units",
    run: async (engine) => {
      const numbers = ["137", "823", "514", "9081"];
      const texts = await engine.translate(
        numbers.map((number) => unit(`第${number}名`)),
        CALL,
      );
      numbers.forEach((number, i) => {
        const digits = texts[i]?.replace(/[^0-9]/gu, "");
        hold(digits === number, `Expected text ${i} to speak of ${number}, but received ${describe(texts[i])}.`);
      });
    },
  },
  {
    name: "takes texts that are not well formed",
    run: async (engine) => {
      const texts = await engine.translate(
        [unit("坏\ud800字"), unit("😀👨‍👩‍👧"), unit("a\u0000b"), unit("<b>&amp;")],
        CALL,
      );
      hold(texts.length === 4, `Expected 4 texts, but received ${texts.length}.`);
    },
  },
  {
    name: "respects one of the ways in which it says that terms travel",
    run: async (engine) => {
      const kept: string[] = [];
      for (const carry of carriesOf(engine)) if (await keepsTerm(engine, carry)) kept.push(carry);
      hold(kept.length > 0, `Declared ${carriesOf(engine).join(", ")}, but a term came back by none of them.`);
    },
  },
  {
    name: "stops when it is told to",
    run: async (engine) => {
      const signal = AbortSignal.abort();
      const error = await createCaller(engine, { retries: 0 })
        .send([unit("你好。")], signal)
        .then(
          () => undefined,
          (reason: unknown) => reason,
        );
      hold(
        error instanceof EngineError && error.code === "aborted",
        `Expected an EngineError "aborted", but received ${describe(error)}.`,
      );
    },
  },
];

function carriesOf({ carry = "inline" }: Engine): readonly Carry[] {
  return typeof carry === "string" ? [carry] : carry;
}

async function keepsTerm(engine: Engine, carry: Carry): Promise<boolean> {
  const source = "我喜欢小米手机。";
  const plan = unitPlan({ start: 0, end: source.length }, [{ kind: "term", index: 0, start: 3, end: 5 }]);
  const protectedUnit = protect(source, plan, () => termText("Xiaomi"), carry);
  const [output] = await engine.translate([protectedUnit.unit], CALL);
  return output !== undefined && restore(output, protectedUnit).slots[0]!.status !== "missing";
}

function hold(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function describe(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : JSON.stringify(value);
}
