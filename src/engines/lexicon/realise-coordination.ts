import { isKin, isMany } from "./agreement.js";
import { altered, nominal } from "./make-phrases.js";
import type { Leaf, Nominal, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import { nominalPieces } from "./realise-nominal.js";
import { type Role, type Setting, settingWith } from "./setting.js";

/** The English of a noun phrase, or of several that are coordinated: "phones, watches and so on". */
export function coordinationPieces(phrase: Nominal, role: Role, setting: Setting): Piece[] {
  if (startsWithMe(phrase)) return [...meLast(phrase, role, setting)];
  const first = nominalPieces(phrase, role, setting);
  if (!phrase.others.length) return phrase.etcetera ? [...first, andOthers(phrase.etcetera)] : first;
  const made = [...first];
  const explicit = phrase.others.some((o) => o.join.english !== ",");
  // 他和妻子: whose wife she is, he is named before
  const own = phrase.head?.category === "pronoun" ? settingWith(setting, { self: phrase.head.english }) : setting;
  phrase.others.forEach(({ join, phrase: member }, i) => {
    const last = i === phrase.others.length - 1;
    if (join.english === ",") {
      if (last && !explicit && !phrase.etcetera) made.push(pieceOf(join, "and", "coordination"));
      else made.push({ ...pieceOf(join, ",", "coordination"), glued: true });
    } else made.push(pieceOf(join, join.english, "coordination"));
    made.push(...withoutArticle(pieces(asKind(member, phrase, setting), role, own), made[0]));
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
    ...nominalPieces(altered(phrase, { others: [] }), role === "alone" ? "object" : role, setting),
  ];
}
