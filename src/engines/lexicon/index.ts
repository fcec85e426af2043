import { packageVersion } from "../../package.js";
import type { Engine, EngineCall, Explained, TranslationUnit } from "../engine.js";
import { type Lexicon, loadLexicon } from "./load.js";
import { translateUnit } from "./unit.js";

/** The embedded engine with what it can say about its own work. */
export interface LexiconEngine extends Engine {
  /** Translates one unit at once, with the Chinese word and the rule of each English word. */
  translateUnit(unit: TranslationUnit): Explained;
  explain(units: readonly TranslationUnit[], call: EngineCall): Promise<readonly Explained[]>;
}

/**
 * The embedded engine: a rule-based transfer system with a lexicon of its own. It needs no network and no model, always
 * gives the same output for the same input, and reads its dictionaries at the first unit.
 */
export function lexiconEngine(): LexiconEngine {
  let lexicon: Lexicon | undefined;
  const translateOne = (unit: TranslationUnit): Explained => {
    lexicon ??= loadLexicon();
    return translateUnit(unit, lexicon);
  };
  const explain = async (units: readonly TranslationUnit[], call: EngineCall): Promise<readonly Explained[]> =>
    units.map((unit) => {
      call.signal?.throwIfAborted();
      return translateOne(unit);
    });
  return {
    name: "lexicon",
    get model() {
      return packageVersion();
    },
    carry: "native",
    translateUnit: translateOne,
    explain,
    translate: async (units, call) => (await explain(units, call)).map((made) => made.text),
  };
}
