import type { Span } from "../src/span.js";
import { examples } from "../test/senses.examples.js";

/** A place in a text where a form stands, and whether the name is meant there. */
export interface Place {
  text: string;
  start: number;
  end: number;
  isName: boolean;
}

/** How often a reader of names is right, of 1: over all places, and over those of each kind. */
export interface Score {
  accuracy: number;
  /** Of the places where the name is meant, the part that is taken for it. */
  recall: number;
  /** Of the places where it is not, the part that is taken for it. */
  falseNames: number;
}

/** The labelled lines that were written for the project. */
export const ownPlaces: readonly Place[] = examples.map(([marked, label]) => {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  return { text: marked.replace(/[⟦⟧]/gu, ""), start, end, isName: label === "brand" };
});

/** Scores what finds names in a text: a name counts where it holds the whole form; a look-alike where it is just the form. */
export function scoreSenses(
  find: (text: string) => readonly Pick<Span, "start" | "end">[],
  places: readonly Place[],
): Score {
  let [right, found, taken] = [0, 0, 0];
  const names = places.filter(({ isName }) => isName).length;
  for (const { text, start, end, isName } of places) {
    const spans = find(text);
    const isTaken = isName
      ? spans.some((span) => span.start <= start && span.end >= end)
      : spans.some((span) => span.start === start && span.end === end);
    if (isTaken === isName) right++;
    if (isTaken) isName ? found++ : taken++;
  }
  return {
    accuracy: right / places.length,
    recall: found / names,
    falseNames: taken / (places.length - names),
  };
}
