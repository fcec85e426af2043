import { readDictionary } from "../../dictionaries.js";
import type { Category } from "../../glossary/vocabulary.js";
import type { EntryKind } from "../../model.js";

/** Something in the writing around a form that speaks for a name; as `dictionaries/mining.json` has it. */
export interface TradePattern {
  readonly name: string;
  /** Where `words` stand; `latin`: Latin letters in parentheses after it; `dot`: a dot within it. */
  readonly side?: "after" | "before" | "latin" | "dot";
  readonly words?: readonly string[];
  /** A category of `dictionaries/senses.json` whose words these are. */
  readonly senses?: Category;
  /** The marks that it stands between. */
  readonly pair?: readonly [string, string];
  /** What it says, for people to read. */
  readonly says: string;
  /** The kind of name that it speaks for. */
  readonly kind: EntryKind;
  readonly weight: number;
}

/** What `dictionaries/mining.json` holds; all of it is written by people. */
export interface MiningDictionary {
  readonly patterns: readonly TradePattern[];
  /** By kind, how names of that kind end. */
  readonly endings: Readonly<Partial<Record<EntryKind, readonly string[]>>>;
  /** By kind, words of English glosses that tell it. */
  readonly glosses: Readonly<Partial<Record<EntryKind, readonly string[]>>>;
  /** By the tag of word segmentation, the kind that it speaks for, and how much. */
  readonly tagKinds: Readonly<Record<string, { readonly kind: EntryKind; readonly weight: number }>>;
  /** English words that are capitalised and yet ordinary: days, languages, titles. */
  readonly capitals: readonly string[];
  /** Words that makers put behind a name to tell its models apart; they are no English of the name. */
  readonly models: readonly string[];
  /** What the platform writes into posts by itself: "repost", "web link". */
  readonly boilerplate: readonly string[];
  /** Characters that count or date what a number says. */
  readonly measures: string;
  /** Characters that names seldom begin with, and seldom end with. */
  readonly starts: string;
  readonly ends: string;
  /** The logit of a form of which nothing is known, and what one unit of each piece of evidence adds to it. */
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

let dictionary: MiningDictionary | undefined;

/** The bundled dictionary of mining, read at the first call. */
export function miningDictionary(): MiningDictionary {
  dictionary ??= readDictionary<MiningDictionary>("mining.json");
  return dictionary;
}
