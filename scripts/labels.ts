import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A place in a text where a term stands, and what somebody says that it is there: the name, an ordinary word, or none. */
export interface Labelled {
  text: string;
  start: number;
  term: string;
  label: "brand" | "common" | "boundary";
}

/** The lines of a file that hold something. */
export const linesOf = (file: string): string[] => readFileSync(file, "utf8").split("\n").filter(Boolean);

/** Labelled places of a .jsonl file, or of a .tsv file that names files of a data folder. */
export function labelledIn(file: string, data = "../shared/data"): Labelled[] {
  return file.endsWith(".tsv") ? labelsIn(file, data) : linesOf(file).map((line) => JSON.parse(line) as Labelled);
}

/** Labels whose text is a line of a file in the data folder; segmented text is read without its spaces. */
function labelsIn(file: string, data: string): Labelled[] {
  const texts = new Map<string, string[]>();
  return linesOf(file).map((line) => {
    const [name, number, start, term, label] = line.split("\t") as [string, string, string, string, Labelled["label"]];
    if (!texts.has(name)) texts.set(name, readFileSync(join(data, name), "utf8").split("\n"));
    const raw = texts.get(name)![Number(number) - 1]!;
    const read = name.endsWith(".jsonl") ? (JSON.parse(raw) as Labelled).text : raw;
    return { text: name.includes("segmented") ? read.replaceAll(" ", "") : read, start: Number(start), term, label };
  });
}
