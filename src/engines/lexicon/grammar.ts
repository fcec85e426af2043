import type { English } from "./entry.js";

/** The engine's grammar as it is written in `dictionaries/lexicon/grammar.json`. */
export interface GrammarFile {
  /** Function words: their categories (capitals: the grammar's own) with the English of each. Replaces other entries. */
  readonly words: Readonly<Record<string, Readonly<Record<string, English>>>>;
  /** Classes of verbs, words separated by spaces. */
  readonly classes: Readonly<Record<string, string>>;
  /** Units of time, words separated by spaces: an amount of them is a duration. */
  readonly timeUnits: string;
  /** `[result, left, right, cost, action]`; `right` is "" for a rule of one; `|` separates alternatives; result "=" is the left one. */
  readonly rules: readonly (readonly [string, string, string, number, string])[];
  /** Additions to `fragments` where a colon follows: a heading rather than a sentence. */
  readonly beforeColon: Readonly<Record<string, number>>;
  /** Additions to `fragments` in a title: a noun phrase as often as a sentence. */
  readonly inTitle: Readonly<Record<string, number>>;
  /** Additions to `fragments` in a step of instructions: what to do rather than what somebody does. */
  readonly inStep: Readonly<Record<string, number>>;
  /** Words of CC-CEDICT that are rather two words, separated by spaces. */
  readonly notWords: string;
  /** Titles that English has before a name. */
  readonly titles: Readonly<Record<string, string>>;
  /** Words that an ordinal turns into a numbered part: 第一步 is Step 1. */
  readonly numbered: Readonly<Record<string, string>>;
  /** What a clause may be cut into where no single tree covers it: category → cost. */
  readonly fragments: Readonly<Record<string, number>>;
}

/** One rule of the grammar with its categories numbered. */
export interface Rule {
  /** Its place in the grammar's `rules`. */
  readonly id: number;
  readonly result: number;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly action: string;
}

/** The grammar, indexed for the chart. */
export interface Grammar {
  /** The number of a category; that of `symbol` for one that no rule or word names. */
  readonly category: (name: string) => number;
  readonly names: readonly string[];
  readonly rules: readonly Rule[];
  /** Rules of two by their left category. */
  readonly binary: readonly (readonly Rule[])[];
  /** Rules of one by their only category. */
  readonly unary: readonly (readonly Rule[])[];
  readonly fragments: ReadonlyMap<number, number>;
  readonly beforeColon: ReadonlyMap<number, number>;
  readonly inTitle: ReadonlyMap<number, number>;
  readonly inStep: ReadonlyMap<number, number>;
}

/** Numbers the categories and indexes the rules. */
export function readGrammar(file: GrammarFile): Grammar {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const category = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  for (const words of Object.values(file.words)) for (const name of Object.keys(words)) category(name);
  const rules: Rule[] = [];
  const binary: Rule[][] = [];
  const unary: Rule[][] = [];
  for (const [result, lefts, rights, cost, action] of file.rules) {
    for (const left of lefts.split("|")) {
      for (const right of rights.split("|")) {
        const rule = {
          id: rules.length,
          result: category(result === "=" ? left : result),
          left: category(left),
          right: right ? category(right) : -1,
          cost,
          action,
        };
        rules.push(rule);
        const index = right ? binary : unary;
        index[rule.left] ??= [];
        index[rule.left]!.push(rule);
      }
    }
  }
  const costs = (byName: Readonly<Record<string, number>>): Map<number, number> =>
    new Map(Object.entries(byName).map(([name, cost]) => [category(name), cost]));
  const symbol = category("symbol");
  return {
    category: (name) => numbers.get(name) ?? symbol,
    names,
    rules,
    binary,
    unary,
    fragments: costs(file.fragments),
    beforeColon: costs(file.beforeColon),
    inTitle: costs(file.inTitle),
    inStep: costs(file.inStep),
  };
}
