import { isKin, isMany, isPlural } from "./agreement.js";
import { articleOf, isSuperlative } from "./article.js";
import { altered, nominal } from "./make-phrases.js";
import { isCountedWord, measured, suchOf } from "./nominal-shape.js";
import type { Leaf, Nominal, Phrase, Quantity } from "./phrase.js";
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
/** The English of a noun phrase: determiner, amount, attributes, head, then what follows the head. */
export function nominalPieces(phrase: Nominal, role: Role, setting: Setting): Piece[] {
  if (startsWithMe(phrase)) return [...meLast(phrase, role, setting)];
  const first = single(phrase, role, setting);
  if (!phrase.others.length) return phrase.etcetera ? [...first, andOthers(phrase.etcetera)] : first;
  const made = [...first];
  const explicit = phrase.others.some((o) => o.join.english !== ",");
  phrase.others.forEach(({ join, phrase: member }, i) => {
    const last = i === phrase.others.length - 1;
    if (join.english === ",") {
      if (last && !explicit && !phrase.etcetera) made.push(pieceOf(join, "and", "coordination"));
      else made.push({ ...pieceOf(join, ",", "coordination"), glued: true });
    } else made.push(pieceOf(join, join.english, "coordination"));
    made.push(...withoutArticle(pieces(asKind(member, phrase, setting), role, setting), made[0]));
  });
  if (phrase.etcetera && !isOpen(phrase.etcetera))
    made.push(pieceOf(phrase.etcetera, phrase.etcetera.english, "etcetera"));
  else if (phrase.etcetera)
    made.push(
      { ...added(",", "etcetera"), glued: true },
      pieceOf(phrase.etcetera, phrase.etcetera.english, "etcetera"),
    );
  return made;
}

/** 手机、手表: a member of a list of kinds is one of them like the first. */
const asKind = (member: Phrase, list: Nominal, { english }: Setting): Phrase =>
  member.type === "nominal" &&
  member.head?.category === "noun" &&
  isMany(list, english) &&
  isMany(altered(member, { others: list.others }), english)
    ? altered(member, { plural: true })
    : member;

/** The first article of a coordination stands for the others: "the phone and watch". */
const withoutArticle = (member: Piece[], first: Piece | undefined): Piece[] =>
  first && isThe(first) && member[0] && isThe(member[0]) ? member.slice(1) : member;

const isThe = ({ text, rule }: Piece): boolean => text === "the" && rule === "article";

const andOthers = (leaf: Leaf): Piece => pieceOf(leaf, isOpen(leaf) ? "and so on" : leaf.english, "etcetera");

/** 等 leaves open what else there is, which 等地 ("and other places") says. */
const isOpen = ({ english }: Leaf): boolean => english === "etc.";

/** 我和朋友: English names oneself last. */
const startsWithMe = (phrase: Nominal): boolean =>
  phrase.head?.english === "I" && phrase.others.length === 1 && /^[和跟与]$/.test(phrase.others[0]!.join.word.text);

function meLast(phrase: Nominal, role: Role, setting: Setting): Piece[] {
  const { join, phrase: other } = phrase.others[0]!;
  // 我和朋友: a person without a name or number is mine
  const head = other.type === "nominal" ? other.head : undefined;
  const bare =
    other.type === "nominal" &&
    head?.category === "noun" &&
    setting.english.isPerson(head.english) &&
    !other.possessor &&
    !other.determiner &&
    !other.quantity &&
    !other.before.length;
  return [
    ...pieces(bare ? altered(other, { possessor: nominal(phrase.head), plural: !isKin(head) }) : other, role, setting),
    pieceOf(join, join.english, "coordination"),
    ...single(altered(phrase, { others: [] }), role === "alone" ? "object" : role, setting),
  ];
}

function single(given: Nominal, role: Role, setting: Setting): Piece[] {
  const such = suchOf(given);
  if (such) return [added("such", "degree"), ...single(such, role === "compound" ? role : "predicate", setting)];
  // 只有一人受伤: "only" stands before the article
  const [only, ...before] = given.before;
  if (only?.type === "leaf" && only.category === "ONLYX")
    return [pieceOf(only, only.english, "adverb"), ...single(altered(given, { before }), role, setting)];
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
  if (possessor.before.length) made.push(...possessor.before);
  else if (phrase.definite && !phrase.determiner && head?.category !== "pronoun" && !/^the /.test(word))
    made.push(added("the", "article"));
  if (phrase.determiner) made.push(determinerPiece(phrase, plural, setting));
  const following = rest.map((p) => p.text).join(" ");
  // 我最开心的一天: "my happiest day"
  const onesOwn = possessor.before.length > 0 && isOne(phrase.quantity);
  // 我在伦敦的最后一晚: "my last night"
  const determined =
    phrase.determiner !== undefined ||
    (possessor.before.length > 0 && phrase.quantity?.before[0]?.category === "FIRST");
  const amount = phrase.quantity && !onesOwn ? quantityPieces(phrase.quantity, !head, setting, determined) : [];
  made.push(...amount.map((p) => (p.text === "a" ? { ...p, text: setting.english.article(following) } : p)));
  if (lead) made.push(added(lead.trim(), "article"));
  else if (!possessor.before.length && !phrase.determiner && !amount.length && counted && !plural) {
    const article = articleOf(phrase, role, rest.map((p) => p.text).join(" "), setting);
    if (article) made.push(added(article, "article"));
  } else if (
    (isSuperlative(phrase) || (head?.category === "mass" && possessor.after.length > 0 && role !== "alone")) &&
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
