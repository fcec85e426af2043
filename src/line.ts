import { alignPost, withGlosses } from "./align/align.js";
import type { Inspection } from "./analyze.js";
import { type CallOptions, createCaller } from "./engines/call.js";
import type { CallCounts } from "./engines/counts.js";
import type { Carry, Engine } from "./engines/engine.js";
import type { BilingualPost } from "./model.js";
import { assemble } from "./protect/assemble.js";
import { type ExplainUnits, glossPost } from "./protect/gloss.js";
import type { SendUnits } from "./protect/ladder.js";
import type { Lookalike, Slot } from "./protect/pieces.js";
import { planPost } from "./protect/plan.js";
import type { SlotText } from "./protect/protect.js";
import { repairTranslation } from "./protect/repair.js";
import { type Spell, slotTextOf, spelledTextOf, tokenText } from "./protect/texts.js";
import { translatePlan } from "./protect/translate.js";
import { firstWhere } from "./span.js";

/** What a post that has been read goes down: protect, engine, restore, align. */
export interface Line {
  translate(
    inspection: Inspection,
    options: { signal: AbortSignal | undefined; explain: boolean },
  ): Promise<BilingualPost>;
  /** Mends the terms of an existing translation; no engine is called. */
  repair(inspection: Inspection, existingTranslation: string): Promise<BilingualPost>;
}

/**
 * Opens the line of a translator with its engine.
 *
 * @param counts Where the units that are sent and saved are counted.
 */
export function openLine(engine: Engine, options: CallOptions, counts: CallCounts): Line {
  const caller = createCaller(engine, options, counts);
  let spell: Spell | undefined;
  return {
    async translate(inspection, { signal, explain }) {
      const { parsed } = inspection;
      const plan = planPost(parsed, termRanges(inspection), lookalikesOf(inspection));
      const send: SendUnits = (units) => caller.send(units, signal);
      const translated = await translatePlan(parsed.text, plan, slotTexts(inspection), ladderOf(engine), send);
      const assembly = assemble(parsed, translated);
      const post = alignPost(inspection, translated.untranslated, assembly, engine);
      if (!explain || !engine.explain) return post;
      const ask: ExplainUnits = (units) =>
        engine.explain!(units, { from: "zh", to: "en", ...(signal ? { signal } : {}) });
      return withGlosses(post, await glossPost(parsed.text, slotTexts(inspection), assembly, ask));
    },
    async repair(inspection, existingTranslation) {
      const mendWith = (textOf: (slot: Slot) => SlotText) => {
        const lookalikes = lookalikesOf(inspection);
        return repairTranslation(inspection.parsed, termRanges(inspection), lookalikes, textOf, existingTranslation);
      };
      let mended = mendWith(slotTexts(inspection));
      // Pinyin is read from a big file: only where a name was not found otherwise.
      if (mended.terms.size < inspection.post.terms.length) {
        spell ??= (await import("./engines/lexicon/spell.js")).openSpeller();
        mended = mendWith(slotTexts(inspection, spell));
      }
      return alignPost(inspection, new Set(), mended, { name: "repair" });
    },
  };
}

const termRanges = ({ post }: Inspection) => post.terms.map(({ source }) => source);

/** Look-alikes that stand for themselves: what is part of an accepted term is that term. */
function lookalikesOf({ post: { terms, rejected } }: Inspection): Lookalike[] {
  return rejected.flatMap(({ source: { start, end }, entry: { target } }) => {
    const next = terms[firstWhere(terms.length, (i) => terms[i]!.source.end > start)];
    return next && next.source.start < end ? [] : [{ start, end, target }];
  });
}

/** The rungs that an engine's `carry` declares, best first; placeholders come last, as they ask nothing of an engine. */
function ladderOf({ carry = "inline" }: Engine): readonly Carry[] {
  const declared = new Set(typeof carry === "string" ? [carry] : carry);
  return [...declared.add("placeholder")];
}

/** What each slot of a post must become: a term its entry's English, a mention or hashtag for now itself. */
function slotTexts({ post, parsed, glossary }: Inspection, spell?: Spell): (slot: Slot) => SlotText {
  return (slot) => {
    if (slot.kind === "token") return tokenText(parsed.text.slice(slot.start, slot.end));
    const { entry } = post.terms[slot.index]!;
    return spell ? spelledTextOf(entry, glossary, spell) : slotTextOf(entry, glossary);
  };
}
