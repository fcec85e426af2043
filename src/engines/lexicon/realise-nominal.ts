import { isMany, isPlural } from "./agreement.js";
import { articleOf, isSuperlative } from "./article.js";
import { altered } from "./make-phrases.js";
import { isCountedWord, measured, suchOf } from "./nominal-shape.js";
import { ownPiece } from "./own.js";
import type { Nominal, Phrase, Quantity } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import { quantityPieces } from "./realise-amount.js";
import { possessorPieces } from "./realise-possessor.js";
import { afterPieces } from "./realise-relative.js";
import type { Role, Setting } from "./setting.js";

const UNCOUNTED = new Set([
  "mass",
  "name",
  "place",
  "plural",
  "pronoun",
  "number",
  "percent",
  "symbol",
  "QUOTE",
  "time",
  "date",
]);

/** The English of one noun phrase: determiner, amount, attributes, head, then what follows the head. */
export function nominalPieces(given: Nominal, role: Role, setting: Setting): Piece[] {
  const such = suchOf(given);
  if (such)
    return [added(such.word, "degree"), ...nominalPieces(such.noun, role === "compound" ? role : "predicate", setting)];
  // 只有一人受伤: "only" stands before the article
  const [only, ...before] = given.before;
  if (only?.type === "leaf" && only.category === "ONLYX")
    return [pieceOf(only, only.english, "adverb"), ...nominalPieces(altered(given, { before }), role, setting)];
  const phrase = measured(given, setting);
  const head = phrase.head;
  const word = head?.english ?? "";
  const counted = head !== undefined && !UNCOUNTED.has(head.category) && word !== "";
  const plural = (isMany(phrase, setting.english) && !/^(?:a|an|the) /.test(word)) || isCountedWord(phrase);
  const made: Piece[] = [];
  const possessor = possessorPieces(phrase, setting);
  const attributes = phrase.before.flatMap((part) => attributePieces(part, setting));
  const text = headText(phrase, word, counted, plural, role, setting);
  const lead =
    phrase.before.length && !possessor.before.length && !phrase.determiner && !phrase.quantity
      ? /^(?:a|an|the) /.exec(text)?.[0]
      : undefined;
  const rest = [
    ...attributes,
    ...(head ? [pieceOf(head, lead ? text.slice(lead.length) : text, plural ? "plural" : head.category)] : []),
  ];
  const following = rest.map((p) => p.text).join(" ");
  // 中国最大的城市之一: "one of China's largest cities"
  const owned = /^\S+'s /.test(following);
  if (possessor.before.length) made.push(...possessor.before);
  else if (phrase.definite && !owned && !phrase.determiner && head?.category !== "pronoun" && !/^the /.test(word))
    made.push(added("the", "article"));
  if (phrase.determiner) made.push(determinerPiece(phrase, plural, setting));
  // 我最开心的一天: "my happiest day"
  const onesOwn = possessor.before.length > 0 && isOne(phrase.quantity);
  // 我在伦敦的最后一晚: "my last night"
  const determined =
    phrase.determiner !== undefined ||
    (possessor.before.length > 0 && phrase.quantity?.before[0]?.category === "FIRST");
  const amount = phrase.quantity && !onesOwn ? quantityPieces(phrase.quantity, !head, setting, determined) : [];
  made.push(
    ...amount.map((p) =>
      p.text === "a" && !phrase.quantity?.measure?.english
        ? { ...p, text: isSuperlative(phrase) ? "the" : setting.english.article(following) }
        : p,
    ),
  );
  const own = ownPiece(phrase, role, rest.map((p) => p.text).join(" "), setting);
  if (own) made.push(own);
  else if (lead) made.push(added(lead.trim(), "article"));
  else if (!possessor.before.length && !phrase.determiner && !amount.length && counted && !plural) {
    const article = articleOf(phrase, role, rest.map((p) => p.text).join(" "), setting);
    if (article) made.push(added(article, "article"));
  } else if (
    (isSuperlative(phrase) ||
      isOneModel(phrase) ||
      (head?.category === "mass" && (possessor.after.length > 0 || isKnown(phrase)) && role !== "alone")) &&
    !possessor.before.length &&
    !phrase.determiner &&
    !amount.length
  )
    made.push(added("the", "article"));
  else if (amount.length && phrase.quantity?.ordinal && !phrase.determiner && !possessor.before.length)
    made.unshift(added("the", "article"));
  made.push(...rest);
  if (!head && phrase.quantity && /^[位名]$/.test(phrase.quantity.measure?.word.text ?? ""))
    made.push(added(isPlural(phrase.quantity) ? "people" : "person", "headless"));
  if (!head && !made.length)
    made.push(added(phrase.after.some((p) => p.type === "clause") ? "what" : "one", "headless"));
  made.push(...possessor.after);
  for (const part of phrase.after) made.push(...afterPieces(part, phrase, setting));
  if (phrase.examples) made.push(added("such as", "examples"), ...pieces(phrase.examples, "object", setting));
  return made;
}

/** 刚发布的小米15: a model of which something is told, "the Xiaomi 15 just released". */
const isOneModel = ({ head, after }: Nominal): boolean =>
  head?.category === "name" && /\d/.test(head.english) && after.some((part) => part.type === "clause");

/** 我们昨天见到的风景: what somebody did with it tells which it is. */
const isKnown = ({ after }: Nominal): boolean =>
  after.some((part) => part.type === "clause" && part.relative === true && part.subject !== undefined);

/** One of a thing, and no more said. */
const isOne = (amount: Quantity | undefined): boolean =>
  amount?.number?.english === "one" && !amount.before.length && !amount.measure?.english && !amount.after;

function headText(
  phrase: Nominal,
  word: string,
  counted: boolean,
  plural: boolean,
  role: Role,
  setting: Setting,
): string {
  if (word === "oneself") return reflexive(role, setting);
  if (phrase.head?.category === "pronoun")
    return phrase.plural
      ? word
      : role === "subject" || role === "alone"
        ? word
        : (setting.english.pronoun(word, 0) ?? word);
  if (phrase.head?.category === "date" || phrase.head?.category === "time")
    return word.replace(/^(?:in|on|at|from) /, "");
  if (role === "compound") return word.replace(/^the /, "");
  const bare = phrase.determiner || phrase.possessor || phrase.quantity ? word.replace(/^(?:the|a|an) /, "") : word;
  if (plural && (counted || isCountedWord(phrase)))
    return phrase.head!.word.verbatim && /\p{Lu}|s$/u.test(bare) ? bare : setting.english.plural(bare);
  return bare;
}

function reflexive(role: Role, { english, self }: Setting): string {
  const whose = self ?? "you";
  return role === "subject" ? whose : (english.pronoun(whose, 3) ?? "oneself");
}

function determinerPiece(phrase: Nominal, plural: boolean, { english }: Setting): Piece {
  const leaf = phrase.determiner!;
  if (!phrase.head && /^an?$/.test(leaf.english)) return pieceOf(leaf, "one", "determiner");
  const many =
    plural ||
    phrase.head?.category === "plural" ||
    isPlural(phrase.quantity) ||
    phrase.quantity?.measure?.english === "some";
  const own = many ? english.determinerPlural(leaf.english) : leaf.english;
  const much = phrase.head?.category === "mass" ? own.replace(/\bmany$/, "much").replace(/\bfewer$/, "less") : own;
  return pieceOf(leaf, phrase.head ? much : own.replace(/ of$/, ""), "determiner");
}

function attributePieces(part: Phrase, setting: Setting): Piece[] {
  if (part.type === "clause" && part.copula) return pieces(part.objects[0]!, "compound", setting);
  return pieces(part, "compound", setting);
}
