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
  const phrases = new Set<string>();
  const strongest = contributions
    .map(({ feature, logit }) => ({ feature, weight: accepted ? logit : -logit }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { feature } of strongest) {
    const phrase = PHRASES.get(feature.name) ?? PHRASES.get(feature.name.slice(0, feature.name.lastIndexOf(":")));
    if (phrase === undefined || (phrase.includes("{}") && !feature.detail?.trim())) continue;
    phrases.add(phrase.replace("{}", feature.detail ?? ""));
    if (phrases.size === SHOWN) break;
  }
  return [...phrases].join("; ");
}
