import type { Feature } from "./features.js";
import type { Weighed } from "./weigh.js";

/** How many pieces of evidence a reason names. */
const SHOWN = 2;

/** What each feature says, by its name or the part before the last colon; `{}` is the piece of text that shows it. */
const PHRASES = new Map([
  ["prior", "what the form mostly means"],
  ["cue:for", "“{}” speaks for the name"],
  ["cue:against", "“{}” speaks for the ordinary word"],
  ["after", "“{}” follows"],
  ["before", "“{}” stands before it"],
  ["before:latin", "a Latin word or number stands before it"],
  ["clause", "its place in the clause"],
  ["quoted", "it stands in quotation marks"],
  ["work", "it is the title of a work"],
  ["dotted", "it is part of a foreign person's name"],
  ["hashtag", "it is in a hashtag"],
  ["listed", "it is one of a list"],
  ["listed:name", "it is listed with “{}”"],
  ["crosses:name", "it cuts through the name “{}”"],
  ["names", "other names are near: “{}”"],
  ["same", "it is clear elsewhere in the post"],
  ["post", "the post speaks of “{}”"],
  ["word", "the words read {}"],
]);

/** The strongest evidence for a decision, in words. */
export function explain({ contributions }: Weighed, accepted: boolean): string {
  const phrases: string[] = [];
  const left = contributions.filter(({ logit }) => (accepted ? logit > 0 : logit < 0));
  while (left.length > 0 && phrases.length < SHOWN) {
    const strongest = left.reduce((best, next) => (Math.abs(next.logit) > Math.abs(best.logit) ? next : best));
    left.splice(left.indexOf(strongest), 1);
    const phrase = phraseFor(strongest.feature);
    if (phrase !== undefined && !phrases.includes(phrase)) phrases.push(phrase);
  }
  return phrases.join("; ");
}

function phraseFor({ name, detail = "" }: Feature): string | undefined {
  const phrase = PHRASES.get(name) ?? PHRASES.get(name.slice(0, name.lastIndexOf(":")));
  return phrase?.includes("{}") && detail.trim() === "" ? undefined : phrase?.replace("{}", detail);
}
