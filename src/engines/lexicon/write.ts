import type { Explained, UnitGloss } from "../engine.js";
import type { Piece } from "./piece.js";

const HAN = /\p{Script=Han}/gu;
/** A character that nobody can read stays. */
const UNREAD = /^\p{Script=Han}$/u;
const ASCII = new Map(
  [...'、,。.，,“"”"（(）)－-【[】]「"」"『"』"《"》"‘\'’\''.matchAll(/(.)(.)/gu)].map((m) => [m[1]!, m[2]!]),
);
const STEP = /(?:^|[.!?;] )Step \d+:$/;
/** What goes on without a comma: "we are pleased to announce that". */
const OPEN = / (?:announce|declare|said|reported) that$/;
/** Two of these in a row are one: that of a verb, and that of what follows it. */
const PREPOSITION = /^(in|on|at|for|to|of|with|from|about)(?: |$)/;
const SENTENCE_END = /(?<!\b(?:Mr|Mrs|Ms|Dr))[.!?]["”')\]]*$/;

/** How much of the end of a text tells what may follow, in code units: more than the longest of the patterns above. */
const TAIL = 40;

/**
 * Writes pieces as a text: spacing, capitals at the beginning of sentences, no Chinese but characters without a reading,
 * and where each word came from. Where the text goes on with a sentence its first word gets no capital.
 */
export function write(pieces: readonly Piece[], continues = false): Explained {
  let text = "";
  // To look at a long text that is still growing would copy it each time.
  let tail = "";
  const glosses: UnitGloss[] = [];
  let starts = !continues;
  let joins = false;
  for (const piece of pieces) {
    let word = (UNREAD.test(piece.text) ? piece.text : piece.text.replace(HAN, ""))
      .replace(/[、。，“”（）－【】「」『』《》‘’]/g, (mark) => ASCII.get(mark)!)
      .replace(/\s+/g, " ")
      .trim();
    const term = termOf(piece);
    if (term !== undefined) word = inflects(term, piece.text) ? piece.text : term;
    if (!word) continue;
    const closes = /^[”’）】」』》]$/.test(piece.text);
    const opens = joins || tail === "" || /[(“[]$/.test(tail);
    if (/^[,.;:!?]/.test(word) && /[,;:]$/.test(tail)) {
      if (/^[,;:]/.test(word)) continue;
      text = text.slice(0, -1).trimEnd();
      tail = text.slice(-TAIL);
      const last = glosses.at(-1);
      if (last && last.target.end > text.length) glosses.pop();
    }
    if (word === "," && OPEN.test(tail)) continue;
    if (/^[,;:]/.test(word) && (tail === "" || /[.!?]$/.test(tail))) continue;
    const named = term !== undefined && (piece.leaf?.category === "name" || /\p{Lu}/u.test(term));
    if (starts && piece.rule !== "mark" && !named)
      word = /^\p{Ll}/u.test(word) && !isCamel(word) ? word[0]!.toUpperCase() + word.slice(1) : word;
    if (piece.rule === "article" && /(?:^| )(?:the|a|an)$/i.test(tail)) continue;
    const preposition = PREPOSITION.exec(word)?.[1];
    if (preposition && tail.endsWith(` ${preposition}`)) word = word.slice(preposition.length).trim();
    if (!word) continue;
    const space = opens || piece.glued || closes ? "" : " ";
    const start = text.length + space.length;
    text += space + word;
    tail = (tail + space + word).slice(-TAIL);
    joins = /^[“‘（【「『《]$/.test(piece.text);
    if (piece.leaf && piece.leaf.word.start >= 0)
      glosses.push({
        source: { start: piece.leaf.word.start, end: piece.leaf.word.end },
        target: { start, end: text.length },
        rule: piece.rule,
      });
    if (named || /[\p{L}\p{N}]/u.test(word) || piece.rule === "mark")
      starts = SENTENCE_END.test(tail) || STEP.test(tail) || (piece.rule === "mark" && word === "\n");
  }
  return { text, glosses };
}

/** The English of a glossary term, which nothing may change. */
function termOf(piece: Piece): string | undefined {
  const english = piece.leaf?.word.verbatim ? piece.leaf.word.readings[0]?.english : undefined;
  return typeof english === "string" ? english : undefined;
}

/** A term may have a preposition before it, and one in small letters an ending: "in the comment section", "reposted". */
const inflects = (term: string, text: string): boolean =>
  text.endsWith(` ${term}`) || (text.startsWith(term) && !/\p{Lu}/u.test(term));

/** Names such as iPhone keep their first letter. */
const isCamel = (word: string): boolean => /^\p{Ll}\p{Lu}/u.test(word);
