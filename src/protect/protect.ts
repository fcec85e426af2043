import type { Carry, TranslationUnit, UnitTerm } from "../engines/engine.js";
import { isHan, isWordChar } from "../post/chars.js";
import { writeElement } from "./elements.js";
import { escapeHtml } from "./entities.js";
import type { Form } from "./locate.js";
import type { Slot, UnitPlan } from "./pieces.js";
import { freeCharacters, freePlaceholders } from "./placeholders.js";
import { continuesSeries } from "./series.js";
import { codeAround, cut } from "./strings.js";
import type { Tool } from "./tools.js";

/** What a slot must become in English. */
export interface SlotText {
  /** The English of a term, the text of a mention, a hashtag in English. */
  target: string;
  /** That and other English that counts as right, the longest first; none for what is no term. */
  right: readonly Form[];
  /** What engines wrongly write, the longest first. */
  wrong: readonly WrongForm[];
  /** Those of the wrong forms in which a right one stands: "Meizu tribe" for Meizu. */
  longer: readonly WrongForm[];
  /** Wrong forms of a name within the term, for where nothing else of it is found: they are put right, it stays missing. */
  within: readonly WrongForm[];
  /** Names that say the term where a verb says the rest of it. */
  tools: readonly Tool[];
  /** Whether English says it without an article: "on Douyin", not "on the Douyin". */
  bare: boolean;
}

/** A wrong form of a term, and what has to stand in its place. */
export interface WrongForm extends Form {
  instead: string;
  /** Whether it counts as a name only: with a capital, save in a text that has none. */
  isName: boolean;
}

/** A unit as an engine gets it, and what stands in its text for each slot. */
export interface ProtectedUnit {
  unit: TranslationUnit;
  carry: Carry;
  slots: readonly ProtectedSlot[];
  /** Where the unit has words that only look like a term, as shares of its length. */
  lookalikes: readonly { target: string; place: number }[];
}

/** A slot on its way through an engine. */
export interface ProtectedSlot {
  slot: Slot;
  /** What must stand there in English. */
  english: SlotText;
  /** The placeholder that stands for it; undefined where the engine sees the term in words. */
  placeholder: string | undefined;
  /** From where to where the unit's text has what stands for it. */
  start: number;
  end: number;
}

/**
 * Writes the unit of a plan for an engine that carries terms in a given way; the only one who writes placeholders into a text.
 *
 * - `native`, `instruction`: the Chinese stays, the terms are handed over beside it
 * - `inline`: the English stands in the Chinese sentence
 * - `markup`: the English stands in `<span translate="no" id="t0">`, the rest is escaped as HTML
 * - `placeholder`: letters that no sentence contains stand for the term
 *
 * In `inline` and `placeholder` a space parts what stands for a term from Latin letters and digits beside it: 小米5 is
 * `Xiaomi 5`, two terms without anything between them are `Weibo client`; the letter of a series and its number are one word
 * in `inline`: 红米K90 is `REDMI K90`.
 *
 * A mention or hashtag is a placeholder in each of them, for an engine with native terms a term of one private-use
 * character.
 */
export function protect(source: string, plan: UnitPlan, textOf: (slot: Slot) => SlotText, carry: Carry): ProtectedUnit {
  if (plan.slots.length === 0) return withoutSlots(source, plan, carry);
  const plain = carry === "markup" ? escapeHtml : asItIs;
  const parted = carry === "inline" || carry === "placeholder";
  const slots: ProtectedSlot[] = [];
  const terms: UnitTerm[] = [];
  let placeholderOf: ((i: number) => string) | undefined;
  let text = "";
  let read = plan.start;
  for (const slot of plan.slots) {
    const english = textOf(slot);
    const original = cut(source, slot.start, slot.end);
    let placeholder: string | undefined;
    if (slot.kind === "token" || carry === "placeholder") {
      placeholderOf ??= placeholdersOf(source, plan, textOf, carry);
      placeholder = placeholderOf(slots.length);
    }
    text = join(text, plain(cut(source, read, slot.start)), parted && isParted(carry, slots, source, read));
    const written = write(carry, slots.length, placeholder, english.target, original);
    text = join(text, written, parted);
    const start = text.length - written.length;
    slots.push({ slot, english, placeholder, start, end: text.length });
    terms.push({ source: placeholder ?? original, target: placeholder ?? english.target, start });
    read = slot.end;
  }
  text = join(text, plain(cut(source, read, plan.end)), parted && isParted(carry, slots, source, read));
  return { carry, unit: unitOf(source, plan, carry, text, terms), slots, lookalikes: lookalikesOf(plan) };
}

function withoutSlots(source: string, plan: UnitPlan, carry: Carry): ProtectedUnit {
  const text = cut(source, plan.start, plan.end);
  return {
    carry,
    unit: unitOf(source, plan, carry, carry === "markup" ? escapeHtml(text) : text, []),
    slots: [],
    lookalikes: NONE,
  };
}

const NONE: ProtectedUnit["lookalikes"] = [];

function lookalikesOf({ start, end, lookalikes }: UnitPlan): ProtectedUnit["lookalikes"] {
  if (lookalikes.length === 0) return NONE;
  return lookalikes.map((word) => ({ target: word.target, place: (word.start - start) / (end - start) }));
}

function unitOf(context: string, plan: UnitPlan, carry: Carry, text: string, terms: UnitTerm[]): TranslationUnit {
  const { role, continues } = plan;
  // All units have one shape; what they have not is undefined.
  return { text, terms, context, carry, role, continues: continues || undefined };
}

/** Tells whether what follows the last slot in the source is a word of its own. */
function isParted(carry: Carry, slots: readonly ProtectedSlot[], source: string, at: number): boolean {
  const last = slots[slots.length - 1];
  return last !== undefined && !(carry === "inline" && continuesSeries(last.english.target, source, at));
}

/** Puts one text behind another, a space between them where two words that are no Chinese would run together. */
function join(text: string, next: string, parted: boolean): string {
  const glued = parted && isWestern(codeAround(text, text.length - 1)) && isWestern(codeAround(next, 0));
  return glued ? `${text} ${next}` : text + next;
}

function isWestern(code: number): boolean {
  return isWordChar(code) && !isHan(code);
}

/** What stands for the slots of a unit: nothing that its text has in it, with the English of its terms where that stands there. */
function placeholdersOf(
  source: string,
  { start, end, slots }: UnitPlan,
  textOf: (slot: Slot) => SlotText,
  carry: Carry,
): (i: number) => string {
  const text = cut(source, start, end);
  if (carry === "native") return freeCharacters(text);
  if (carry === "placeholder") return freePlaceholders(text, slots.length);
  return freePlaceholders([text, ...slots.map((slot) => textOf(slot).target)].join("\n"), slots.length);
}

function asItIs(text: string): string {
  return text;
}

function write(carry: Carry, i: number, placeholder: string | undefined, target: string, source: string): string {
  if (carry === "markup") return writeElement(i, placeholder ?? target);
  if (placeholder !== undefined) return placeholder;
  return carry === "inline" ? target : source;
}
