import { alternation } from "../post/phrases.js";
import type { Range } from "../span.js";

/** A name that says a term together with a verb: who pays with WeChat uses WeChat Pay. */
export interface Tool {
  /** How English says the name. */
  readonly name: string;
  /** The verb, as the term ends in it. */
  readonly verb: string;
}

const IN_BETWEEN = "(?:\\s+[\\p{L}\\p{N}'’-]{1,20}){0,4}?";

/** Finds where a text says a tool as one: "pay the bill with WeChat", "use WeChat to pay". */
export function locateTool(text: string, { name, verb }: Tool): Range[] {
  const verbs = formsOf(alternation([verb]));
  const tool = `(?<tool>${alternation([name])})(?![\\p{L}\\p{N}'’-])`;
  const behind = `\\b${verbs}${IN_BETWEEN}\\s+(?:with|via|through|using|by)\\s+${tool}(?!\\s+${verbs}\\b)`;
  const before = `\\b${tool}\\s+to\\s+${verbs}\\b`;
  return [behind, before].flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, "giud"))].map(({ indices }) => {
      const [start, end] = indices!.groups!.tool!;
      return { start, end };
    }),
  );
}

/** A verb in its regular forms, the noun that it makes, and the past of those like "pay". */
function formsOf(verb: string): string {
  if (verb.endsWith("e")) return `${verb.slice(0, -1)}(?:e[sd]?|ing)`;
  const past = verb.endsWith("ay") ? `|${verb.slice(0, -1)}id` : "";
  return `(?:${verb}(?:e?s|ed|ing|ments?)?${past})`;
}
