import { normalize } from "../../text/normalize.js";
import type { Explained, TranslationUnit } from "../engine.js";
import { type Agreement, agreementOf, selfOf } from "./agreement.js";
import { build } from "./build.js";
import { type Parse, parse, type Tree } from "./chart.js";
import { choose, type Surroundings } from "./choose.js";
import { contract } from "./contract.js";
import type { Word } from "./entry.js";
import { type Fixed, segment } from "./lattice.js";
import type { Lexicon } from "./load.js";
import { type Clause, type Leaf, nominal, type Phrase, wordless } from "./phrases.js";
import { added, type Piece, pieces, type Setting } from "./realise.js";
import { isWeather } from "./realise-clause.js";
import { type Group, type Stretch, scan } from "./scan.js";
import { type Tense, tenseOf } from "./tense.js";
import { termWords } from "./terms.js";
import { topicsOf } from "./topics.js";
import { write } from "./write.js";

/** Translates one unit. */
export function translateUnit(unit: TranslationUnit, lexicon: Lexicon): Explained {
  const copy = normalize(unit.text);
  const terms = termWords(unit, copy, lexicon);
  const made = (using: Lexicon) =>
    write(contract(partPieces(copy.text, 0, copy.text.length, terms, using)), unit.continues);
  let { text, glosses } = made(lexicon);
  // A sentence that no rule fits may lose a word on its way; word for word, none is lost.
  if (!holdsAll(text, terms)) ({ text, glosses } = made({ ...lexicon, grammar: { ...lexicon.grammar, binary: [] } }));
  return { text, glosses: glosses.map((gloss) => ({ ...gloss, source: copy.toSource(gloss.source) })) };
}

function holdsAll(text: string, terms: Fixed): boolean {
  const written = text.toLowerCase();
  return [...terms.values()].every(({ readings }) => {
    const english = readings[0]?.english;
    return typeof english !== "string" || written.includes(english.toLowerCase());
  });
}

const MARKS = new Map(
  Object.entries({
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "；": ";",
    "：": ":",
    "…": "...",
    "～": "~",
    "｜": "|",
  }),
);
const QUOTES = new Map([
  ["“", ['"', '"']],
  ["「", ['"', '"']],
  ["『", ['"', '"']],
  ["‘", ["'", "'"]],
  ["《", ['"', '"']],
  ["〈", ['"', '"']],
  ["（", ["(", ")"]],
  ["【", ["[", "]"]],
]);

/** What goes on from clause to clause within a sentence. */
interface Carried {
  tense: Tense;
  agreement?: Agreement;
  self?: string;
  /** The conjunction that opened the sentence: "although" leaves no "but". */
  opened?: string;
}

function partPieces(text: string, from: number, to: number, terms: Fixed, lexicon: Lexicon, headline = false): Piece[] {
  const stretches = scan(text, from, to);
  const parses = stretches.map((stretch) => parseOf(text, stretch, terms, lexicon, headline));
  const unit = parses.flatMap(({ words }) => words);
  const topics = topicsOf(unit, lexicon.topics);
  const out: Piece[] = [];
  let carried: Carried = { tense: "present" };
  let followsClause = false;
  let saysOn = false;
  stretches.forEach((stretch, i) => {
    if (stretch.kind === "mark") {
      if (stretch.end === stretch.start || SENTENCE_END.test(text[stretch.start]!)) carried = { tense: "present" };
      else if (!isComma(text, stretch)) carried = { tense: carried.tense, ...(carried.self && { self: carried.self }) };
      out.push(
        ...(saysOn && isComma(text, stretch) ? [added("that", "report")] : markPieces(text, stretch, stretches[i - 1])),
      );
      saysOn = false;
      return;
    }
    const { english } = lexicon;
    const { words: clause, trees } = parses[i]!;
    const phrases = trees.map((tree) => build(tree, (leaf) => leafOf(leaf, { clause, unit, topics })));
    for (const given of phrases) {
      const phrase = ledBy(withoutPair(given, carried.opened), carried);
      const setting: Setting = {
        english,
        tense: phrase.type === "clause" && phrase.subject && phrase.modals.length ? "present" : carried.tense,
        question: endsWith(/[？?]/, text, stretches, i),
        told: endsWith(/[。.]/, text, stretches, i),
        ...(carried.agreement && { carried: carried.agreement }),
        ...(carried.self && { self: carried.self }),
      };
      if (given === phrases[0] && followsClause && closesSequence(phrase, stretches, i, text, carried.opened))
        joinLast(out);
      out.push(...pieces(phrase, "alone", setting));
      saysOn = reports(phrase);
      followsClause = phrase.type === "clause" && (phrase.verb !== undefined || phrase.copula === true);
      if (phrase.type === "clause") carried = carryOn(phrase, carried, setting);
    }
  });
  return out;
}

const CONDITION = /^(?:if|as long as|once|unless|when|in case|only if|even if|no matter)$/;

/** 如果忘记了密码，可以…: what a condition leads to says again of whom it is. */
function ledBy(phrase: Phrase, { opened, self }: Carried): Phrase {
  if (phrase.type === "clause" && addressesReader(phrase))
    return { ...phrase, subject: nominal(wordless("you", "pronoun")) };
  if (phrase.type !== "clause" || !self || !CONDITION.test(opened ?? "")) return phrase;
  const lacks = !phrase.subject && !phrase.please && !phrase.how && !phrase.conjunction && phrase.modals.length > 0;
  return lacks ? { ...phrase, subject: nominal(wordless(self, "pronoun")) } : phrase;
}

/** 如果觉得有用: a condition of nobody's is the reader's. */
const addressesReader = (phrase: Clause): boolean =>
  READERS.test(phrase.conjunction?.english ?? "") &&
  !phrase.subject &&
  !phrase.topic &&
  !phrase.front.length &&
  !phrase.passive &&
  !phrase.copula &&
  !phrase.host &&
  phrase.verb !== undefined &&
  !phrase.verb.category.endsWith("HAVE") &&
  !isWeather(phrase);

const READERS = /^(?:if|as long as|once|unless|in case)$/;

const isComma = (text: string, stretch: Stretch): boolean => /[,，]/.test(text[stretch.start] ?? "");

/** 文件显示，…: a clause that ends in its verb of saying goes on with "that". */
const reports = (phrase: Phrase): boolean =>
  phrase.type === "clause" &&
  phrase.subject !== undefined &&
  phrase.verb?.word.readings.some((r) => r.category === "VSAY") === true &&
  !phrase.objects.length &&
  !phrase.complement &&
  !phrase.next.length;

/** A last clause that goes on with the subject of those before it: English says "and". */
function closesSequence(
  phrase: Phrase,
  stretches: readonly Stretch[],
  index: number,
  text: string,
  opened: string | undefined,
): boolean {
  const [before, clauseBefore] = [stretches[index - 1], stretches[index - 2]];
  if (before?.kind !== "mark" || !/[,，]/.test(text[before.start]!) || clauseBefore?.kind !== "clause") return false;
  const after = stretches[index + 1];
  if (after && !SENTENCE_END.test(text[after.start]!)) return false;
  if (CONDITION.test(opened ?? "")) return false;
  return (
    phrase.type === "clause" &&
    phrase.verb !== undefined &&
    phrase.verb.category !== "VCONG" &&
    !phrase.subject &&
    !phrase.conjunction &&
    !phrase.front.length &&
    !phrase.please &&
    !phrase.topic &&
    phrase.negation !== "dont" &&
    !phrase.asks &&
    !phrase.how
  );
}

const PAIRS = new Map([
  ["although", /^(?:but|however,|yet)$/],
  ["because", /^(?:so|therefore,)$/],
  ["if", /^then$/],
  ["since", /^then$/],
]);

/** 虽然…但是, 因为…所以: English has the first conjunction alone. */
function withoutPair(phrase: Phrase, opened: string | undefined): Phrase {
  if (phrase.type !== "clause" || !phrase.conjunction) return phrase;
  if (!PAIRS.get(opened ?? "")?.test(phrase.conjunction.english)) return phrase;
  const { conjunction: _, ...rest } = phrase;
  return rest;
}

/** Puts "and" in the place of the comma just written, or behind it in a longer row. */
function joinLast(out: Piece[]): void {
  const comma = out.pop();
  const row = out
    .slice(Math.max(0, out.findLastIndex((p) => p.rule === "mark" && p.text !== ",") + 1))
    .some((p) => p.rule === "mark");
  if (row && comma) out.push(comma);
  out.push(added("and", "sequence"));
}

function carryOn(phrase: Clause, before: Carried, setting: Setting): Carried {
  const { english } = setting;
  // 如果您忘记了密码，可以…: when a condition came about says nothing of what it leads to
  const tense = CONDITION.test(phrase.conjunction?.english ?? "")
    ? setting.tense
    : tenseOf(phrase, { ...setting, tense: before.tense });
  const self = selfOf(phrase.subject, english) ?? before.self;
  // 如果…，请先充电，然后…: what one is asked to do goes on as it began
  const agreement = phrase.please ? "none" : phrase.subject ? agreementOf(phrase.subject, english) : before.agreement;
  const opened = phrase.conjunction?.english ?? before.opened;
  return { tense, ...(agreement && { agreement }), ...(self && { self }), ...(opened && { opened }) };
}

const SENTENCE_END = /[。！？!?.;；\n]/;

function markPieces(text: string, stretch: Stretch, before: Stretch | undefined): Piece[] {
  if (stretch.end === stretch.start) return [];
  const mark = text[stretch.start]!;
  const english = mark === " " ? "," : (MARKS.get(mark) ?? mark);
  if (mark === "\n" || mark === "\r") return [];
  if (mark === "—") return before?.kind === "mark" ? [] : [added("-", "mark")];
  if (mark === "…" && before?.kind === "mark" && text[before.start] === "…") return [];
  return [added(english, "mark", mark !== "|" && mark !== "｜")];
}

function endsWith(wanted: RegExp, text: string, stretches: readonly Stretch[], index: number): boolean {
  const end = stretches.slice(index).find((s) => s.kind === "mark" && /[。！？!?；;.]/.test(text[s.start]!));
  return end !== undefined && wanted.test(text[end.start] ?? "");
}

function parseOf(text: string, stretch: Stretch, terms: Fixed, lexicon: Lexicon, headline: boolean): Parse {
  if (stretch.kind === "mark") return { words: [], trees: [] };
  const named = headline || text[stretch.end] === ":" || text[stretch.end] === "：";
  const fixed = new Map(terms);
  for (const group of stretch.groups) fixed.set(group.start, groupWord(text, group, terms, lexicon));
  return parse(segment(text, stretch.start, stretch.end, fixed, lexicon), lexicon.grammar, named);
}

function leafOf(tree: Tree, around: Omit<Surroundings, "index">): Leaf {
  const word = around.clause[tree.from]!;
  const english = choose(tree.reading!.english, { ...around, index: tree.from });
  return { type: "leaf", word, category: tree.category, english };
}

const HEADLINE = /[【《[]/;

/** A bracketed part is one word of its clause: its English is made apart. */
function groupWord(text: string, group: Group, terms: Fixed, lexicon: Lexicon): Word {
  const headline = HEADLINE.test(group.open);
  const inner = write(contract(partPieces(text, group.start + 1, group.end - 1, terms, lexicon, headline))).text;
  const [open, close] = QUOTES.get(group.open) ?? [group.open, group.close];
  const english = inner ? `${open}${inner}${close}` : "";
  const categories = open === "(" || open === "[" ? ["ASIDE"] : group.open === "《" ? ["QUOTE", "TITLE"] : ["QUOTE"];
  return {
    text: text.slice(group.start, group.end),
    start: group.start,
    end: group.end,
    readings: categories.map((category) => ({ category, english, cost: 0 })),
  };
}
