import { wellFormed } from "../text.js";

/** Up to the end of a sentence, or the line breaks after it. */
const SENTENCE = /\n+|[^。！？!?；;…\n]+[。！？!?；;…]*["”’』」）)\]]*|[。！？!?；;…]+["”’』」）)\]]*/gu;
const PAUSE = /[，、,：:\s]/u;

/** The engine cuts at 127 tokens wherever that is; a Chinese character is one or two, four where it is rare. */
const CHARACTERS = 60;

const SEAM =
  /(?<=\p{Script=Han})(?=\p{Script=Latin})|(?<=\p{Script=Latin}[\p{Script=Latin}\d.+-]{0,40})(?=\p{Script=Han})/gu;

/**
 * Readies a text for the engine: spaces between Chinese and Latin words, so that the model sees a name as a word of its own
 * and not as a syllable, and no U+FFFD or lone surrogate, at which the engine gives up the whole text.
 */
export function readyForModel(text: string): string {
  return wellFormed(text).replaceAll("\ufffd", "").replace(SEAM, " ");
}

/** Cuts a text where sentences, else clauses, end; the pieces make up the text. */
export function splitForModel(text: string): string[] {
  return (text.match(SENTENCE) ?? []).flatMap(cutLong);
}

function cutLong(sentence: string): string[] {
  const characters = [...sentence];
  const pieces: string[] = [];
  let start = 0;
  while (characters.length - start > CHARACTERS) {
    let end = start + CHARACTERS;
    while (end > start + CHARACTERS / 2 && !PAUSE.test(characters[end - 1]!)) end--;
    if (!PAUSE.test(characters[end - 1]!)) end = start + CHARACTERS;
    pieces.push(characters.slice(start, end).join(""));
    start = end;
  }
  pieces.push(characters.slice(start).join(""));
  return pieces;
}

/** Puts translated pieces together as English is: a space between sentences, line breaks where they were. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const isApart = text === "" || piece === "" || /\s$/u.test(text) || /^\s/u.test(piece);
    return isApart ? text + piece : `${text} ${piece}`;
  }, "");
}

/** Whether there is anything but blanks in a piece. */
export function saysSomething(piece: string): boolean {
  return piece.trim() !== "";
}
