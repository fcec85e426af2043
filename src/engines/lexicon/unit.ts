import { normalize } from "../../text/normalize.js";
import type { Explained, TranslationUnit } from "../engine.js";
import { awaited } from "./awaited.js";
import { build } from "./build.js";
import { type Parse, parse, type Tree } from "./chart.js";
import { choose, type Surroundings } from "./choose.js";
import { arrived } from "./clause-shape.js";
import { contract } from "./contract.js";
import { insteadOf, withoutPair } from "./correlatives.js";
import { type Carried, carryOn, closesSequence, joinLast, reports } from "./discourse.js";
import { conceded, ledBy, saidOf } from "./dropped-subject.js";
import { entityWords } from "./entities.js";
import { type Word, wordAt } from "./entry.js";
import type { Grammar } from "./grammar.js";
import { type Fixed, segment } from "./lattice.js";
import type { Lexicon } from "./load.js";
import type { Leaf, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import { isComma, markPieces, QUOTES, SENTENCE_END, sentenceEndsIn } from "./punctuation.js";
import { pieces } from "./realise.js";
import { type Group, type Stretch, scan } from "./scan.js";
import type { Setting } from "./setting.js";
import { isPastTime, tenseOf } from "./tense.js";
import { termWords } from "./terms.js";
import { titled } from "./title.js";
import { topicsOf } from "./topics.js";
import { openWish, wished } from "./wish.js";
import { write } from "./write.js";

/** Translates one unit. */
export function translateUnit(unit: TranslationUnit, lexicon: Lexicon): Explained {
  const copy = normalize(unit.text);
  const terms = termWords(unit, copy, lexicon);
  const title = unit.role === "title";
  const made = (using: Lexicon) => {
    const said = partPieces(copy.text, 0, copy.text.length, terms, using, costsIn(unit.role, using.grammar));
    return write(contract(title ? titled(said) : said), unit.continues);
  };
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

/** By number of category. */
type Costs = ReadonlyMap<number, number>;

function costsIn(role: TranslationUnit["role"], { inTitle, inStep }: Grammar): Costs | undefined {
  return role === "title" ? inTitle : role === "step" ? inStep : undefined;
}

/** @param extra What categories cost in this part besides what they cost anywhere. */
function partPieces(text: string, from: number, to: number, terms: Fixed, lexicon: Lexicon, extra?: Costs): Piece[] {
  const stretches = scan(text, from, to);
  const parses = stretches.map((stretch) => parseOf(text, stretch, terms, lexicon, extra));
  const unit = parses.flatMap(({ words }) => words);
  const topics = new Set(topicsOf(unit, lexicon.topics));
  if (asksHowMany(text.slice(from, to))) topics.add("question");
  const out: Piece[] = [];
  let carried: Carried = { tense: "present" };
  let followsClause = false;
  let saysOn = false;
  let says = false;
  const { english } = lexicon;
  const builtAt = (i: number): Phrase[] => {
    const { words: clause, trees } = parses[i]!;
    return trees.map((tree) => build(tree, (leaf) => leafOf(leaf, { clause, unit, topics })));
  };
  // 当我看到他的时候，我哭了: when something was is told by what is said behind it
  const tellsOfPast = (phrase: Phrase, i: number): boolean => {
    const after = stretches[i + 1];
    if (!isWhen(phrase) || after?.kind !== "mark" || !isComma(text, after) || !parses[i + 2]?.trees.length)
      return false;
    const [next] = builtAt(i + 2);
    return next?.type === "clause" && tenseOf(next, { english, tense: "present" }) === "past";
  };
  const concededBefore = (phrase: Phrase, leads: boolean, i: number): Phrase =>
    leads && phrase.type === "clause" && phrase.conjunction?.english === "even if"
      ? conceded(phrase, parses[i + 2]?.trees.length ? builtAt(i + 2)[0] : undefined)
      : phrase;
  stretches.forEach((stretch, i) => {
    if (stretch.kind === "mark") {
      if (stretch.end === stretch.start || SENTENCE_END.test(text[stretch.start]!)) carried = { tense: "present" };
      else if (!isComma(text, stretch)) carried = { tense: carried.tense, ...(carried.self && { self: carried.self }) };
      says = saysOn && isComma(text, stretch);
      out.push(...(says ? [added("that", "report")] : markPieces(text, stretch, stretches[i - 1])));
      saysOn = false;
      return;
    }
    const after = stretches[i + 1];
    const leads = after?.kind === "mark" && isComma(text, after);
    const phrases = builtAt(i).map((phrase) => awaited(concededBefore(phrase, leads, i), leads));
    for (const given of phrases) {
      const wish = openWish(given);
      const answered = wished(insteadOf(withoutPair(given, carried.opened), carried), carried.wish);
      const led = ledBy(answered, carried);
      // 公司表示，将继续投入: what somebody says of itself
      const phrase = says && led === given ? saidOf(led, carried) : led;
      const setting: Setting = {
        english,
        tense: tellsOfPast(phrase, i)
          ? "past"
          : phrase.type === "clause" && phrase.subject && phrase.modals.length
            ? "present"
            : carried.tense,
        question: sentenceEndsIn(/[？?]/, text, stretches, i),
        told: sentenceEndsIn(/[。.]/, text, stretches, i),
        embedded: false,
        agreement: undefined,
        carried: carried.agreement,
        self: carried.self,
        outer: undefined,
      };
      if (
        given === phrases[0] &&
        followsClause &&
        !says &&
        !carried.wish &&
        closesSequence(phrase, stretches, i, text, carried.opened)
      )
        joinLast(out);
      const said = wish ? wish.when : [phrase];
      out.push(...said.flatMap((part) => pieces(part, "alone", setting)));
      saysOn = reports(phrase);
      followsClause =
        phrase.type === "clause" && (phrase.verb !== undefined || phrase.copula === true) && !isOpen(phrase);
      // 小时候，我想当医生: a time that is past is so of what goes on behind it
      if (phrase.type === "temporal" && isPastTime(phrase)) carried = { ...carried, tense: "past" };
      if (phrase.type === "clause") carried = carryOn(arrived(phrase, english), carried, setting);
      if (isOpen(phrase)) carried = { tense: carried.tense };
      if (wish) carried.wish = wish.may;
    }
  });
  return out;
}

/** 我想说的是，…: what follows is what it is. */
const isOpen = (phrase: Phrase): boolean => {
  if (phrase.type !== "clause" || !phrase.copula || phrase.objects.length || phrase.how) return false;
  const { subject } = phrase;
  return subject?.type === "nominal" && !subject.head && subject.after.some((part) => part.type === "clause");
};

/** A time that is told by what happened then, before what is said of it. */
const isWhen = (phrase: Phrase): boolean => phrase.type === "temporal" && phrase.object?.type === "clause";

/** 能带几公斤？: a question that is not answered with yes or no. */
const asksHowMany = (text: string): boolean => /几.{0,20}[？?]$/.test(text) && !/吗|没有|(.)[不没]\1/.test(text);

function parseOf(text: string, stretch: Stretch, terms: Fixed, lexicon: Lexicon, extra: Costs | undefined): Parse {
  if (stretch.kind === "mark") return { words: [], trees: [] };
  const { grammar } = lexicon;
  const headed = text[stretch.end] === ":" || text[stretch.end] === "：";
  const fixed = new Map(terms);
  for (const word of entityWords(text, stretch.start, stretch.end, terms.values())) fixed.set(word.start, word);
  for (const group of stretch.groups) fixed.set(group.start, groupWord(text, group, terms, lexicon));
  return parse(
    segment(text, stretch.start, stretch.end, fixed, lexicon),
    grammar,
    headed ? grammar.beforeColon : extra,
  );
}

function leafOf(tree: Tree, around: Omit<Surroundings, "index">): Leaf {
  const word = around.clause[tree.from]!;
  const english = choose(tree.reading!.english, { index: tree.from, ...around });
  return { type: "leaf", word, category: tree.category, english };
}

const TITLE = /[【《[]/;

/** A bracketed part is one word of its clause: its English is made apart. */
function groupWord(text: string, group: Group, terms: Fixed, lexicon: Lexicon): Word {
  const extra = TITLE.test(group.open) ? lexicon.grammar.beforeColon : undefined;
  const inner = write(contract(partPieces(text, group.start + 1, group.end - 1, terms, lexicon, extra))).text;
  const [open, close] = QUOTES.get(group.open) ?? [group.open, group.close];
  const english = inner ? `${open}${inner}${close}` : "";
  const categories = open === "(" || open === "[" ? ["ASIDE"] : group.open === "《" ? ["QUOTE", "TITLE"] : ["QUOTE"];
  const readings = categories.map((category) => ({ category, english, cost: 0 }));
  return wordAt(text.slice(group.start, group.end), group.start, group.end, readings);
}
