import { readDictionary } from "../dictionaries.js";
import { alternation } from "./phrases.js";

interface Lists {
  notBefore: { numbers: string[]; signs: string[]; numerals: string[] };
  notAfterStep: { starts: string[] };
  closings: { starts: string[]; words: string[] };
  linkLabels: { words: string[] };
  procedureEnds: { ends: string[] };
  stepHeadings: { sure: string[]; likely: string[] };
  alternatives: { words: string[]; measures: string[] };
  actions: { starts: string[] };
  notActions: { starts: string[] };
  sequence: { words: string[] };
}

/** The bundled words about lists, ready for use: sets of single characters, and patterns without flags but the named. */
export interface ListWords {
  beforeNumber: ReadonlySet<string>;
  beforeSign: ReadonlySet<string>;
  beforeNumeral: ReadonlySet<string>;
  /** Sticky. */
  notAfterStep: RegExp;
  closing: RegExp;
  /** Sticky. */
  closingStart: RegExp;
  linkLabel: RegExp;
  procedureEnd: RegExp;
  sureHeading: RegExp;
  likelyHeading: RegExp;
  alternatives: RegExp;
  action: RegExp;
  sequence: RegExp;
}

let loaded: ListWords | undefined;

/** The bundled words about lists; read when first needed. */
export function listWords(): ListWords {
  loaded ??= compile(readDictionary<Lists>("lists.json"));
  return loaded;
}

function compile(lists: Lists): ListWords {
  const { numbers, signs, numerals } = lists.notBefore;
  const { starts, words } = lists.closings;
  return {
    beforeNumber: new Set(numbers),
    beforeSign: new Set(signs),
    beforeNumeral: new Set(numerals),
    notAfterStep: new RegExp(alternation(lists.notAfterStep.starts), "y"),
    closing: new RegExp(`^(?:${alternation(starts)})|${alternation(words)}`),
    closingStart: new RegExp(alternation(starts), "y"),
    linkLabel: new RegExp(`(?:${alternation(lists.linkLabels.words)})[\\s:：→_>~～-]*$`),
    procedureEnd: new RegExp(`(?:${alternation(lists.procedureEnds.ends)})[。.！!~～]*$`),
    sureHeading: new RegExp(alternation(lists.stepHeadings.sure)),
    likelyHeading: new RegExp(alternation(lists.stepHeadings.likely)),
    alternatives: new RegExp(
      `[0-9一二三四五六七八九十两兩几幾](?:${alternation(lists.alternatives.measures)})|${alternation(lists.alternatives.words)}`,
    ),
    action: new RegExp(`^(?!${alternation(lists.notActions.starts)})(?:${alternation(lists.actions.starts)})`),
    sequence: new RegExp(alternation(lists.sequence.words)),
  };
}
