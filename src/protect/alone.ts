const END = /[ \t]*(?:$|['’]s(?!\p{L})|[^\p{L}\p{N}\s'’“-])/uy;
const WORD = /[ \t]*([\p{L}'’]+)(?![\p{N}-])/uy;

/** Words that no name describes: they join, ask, point, or say what it does. */
const OTHER_WORDS = new Set(
  (
    "and or nor but to for in into on onto at off with without from by about as than over via that which who whose " +
    "when while where after before until since if because so also too then again now today tomorrow yesterday this the " +
    "a an its their my your our it he she they we you i not just only even every all more " +
    "is isn't are was were be has have had does doesn't did didn't will won't would can can't cannot could may might " +
    "should must said says went goes made makes came comes became becomes began begins got gets gave gives took takes " +
    "brought brings sold sells told tells won lost kept keeps grew grows rose fell paid sent held met led wants needs " +
    "announces unveils reveals plans offers allows lets provides introduces expects adds shows reports opens"
  ).split(" "),
);

/** Participles that describe a thing by its maker: "the Xiaomi branded phone". */
const DESCRIBING =
  /^(?:brand|own|certifi|verifi|author|power|equip|bas|relat|design|produc|sponsor|licens|support|back)/;

/** What stands behind a verb in -s and hardly behind the plural of a noun: "the Douyin employs 3,000", "the Douyin users". */
const OBJECT =
  /[ \t]+(?:\d|(?:the|an?|its?|his|her|their|our|your|my|this|that|these|those|some|many|much|more|most|no|any|several|about|over|nearly|almost|them|him|us|me|you|\p{L}+ly)(?![\p{L}\p{N}-]))/iuy;
const IN_S = /[^su]s$/;
/** What ends a sentence as the object of a verb that stands before it: "the Meituan grab people". */
const LAST_OBJECT =
  /[ \t]+(?:people|every(?:one|body)|some(?:one|body)|any(?:one|body)|them|him|us|me|you|it)[ \t]*(?:$|[.!?,;:\n)])/uy;

/**
 * Tells whether no word follows that a name would describe: "the Douyin" ends there and "the Douyin launched" says what
 * it did, "the Douyin app" goes on.
 */
export function standsAlone(text: string, end: number): boolean {
  END.lastIndex = end;
  if (END.test(text)) return true;
  WORD.lastIndex = end;
  const word = WORD.exec(text)?.[1]?.toLowerCase().replace("’", "'");
  if (word === undefined) return false;
  if (OTHER_WORDS.has(word) || (/.ed$/.test(word) && !DESCRIBING.test(word))) return true;
  OBJECT.lastIndex = WORD.lastIndex;
  LAST_OBJECT.lastIndex = WORD.lastIndex;
  return (IN_S.test(word) ? OBJECT : LAST_OBJECT).test(text);
}

/** A clause that says which one is meant: "the Apple I bought". */
const CLAUSE = /[ \t]+(?:I|you|we|they|he|she)(?![\p{L}\p{N}-])/uy;
/** Words before an article with which a sentence may begin, so that the clause behind the name is the sentence itself. */
const FRONTED =
  /(?:^|[.!?:;\n]["”]?[ \t]*)(?:on|in|at|from|with|by|via|through|for|to|since|after|before|like|unlike)[ \t]+$/iu;
const LONGEST_FRONTED = 16;

/** Tells whether a clause behind a name says which one is meant, so that it keeps its article: "the Douyin I knew". */
export function isDefined(text: string, article: number, end: number): boolean {
  CLAUSE.lastIndex = end;
  return CLAUSE.test(text) && !FRONTED.test(text.slice(Math.max(0, article - LONGEST_FRONTED), article));
}
