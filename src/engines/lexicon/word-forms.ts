/** A noun or a verb with its s: "boxes", "goes", "tries". */
export function sibilant(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]o$/.test(word) && word.length < 7) return `${word}es`;
  if (/[^aeiou]y$/.test(word) && !/^\p{Lu}/u.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Whether the last consonant is written twice before an ending: "stopped". */
function doubles(word: string, doubled: Set<string>): boolean {
  return doubled.has(word) || /^[^aeiou]*[aeiou][bdgmnprt]$/.test(word);
}

/** The regular past: "used", "tried", "stopped". */
export function pastOf(word: string, doubled: Set<string>): string {
  if (/e$/.test(word)) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  return doubles(word, doubled) ? `${word}${word.at(-1)}ed` : `${word}ed`;
}

/** The form in -ing: "using", "lying", "running". */
export function gerundOf(word: string, doubled: Set<string>): string {
  if (word === "be") return "being";
  if (/ie$/.test(word)) return `${word.slice(0, -2)}ying`;
  if (/[^eyo]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  const irregular =
    /^(?:get|run|set|sit|swim|win|put|cut|hit|let|begin|forget|shut|quit|dig|spin|bet|split|rid|upset|reset|bid)$/;
  return doubles(word, doubled) || irregular.test(word) ? `${word}${word.at(-1)}ing` : `${word}ing`;
}

/** Whether an adjective compares by an ending: "thinner", but "more useful". */
export function isShort(adjective: string, long: Set<string>): boolean {
  if (/[ -]/.test(adjective) || long.has(adjective)) return false;
  const syllables = adjective.replace(/e$/, "").match(/[aeiouy]+/g)?.length ?? 1;
  return (
    syllables === 1 ||
    (syllables === 2 && /(?:y|ow|er|^(?:simple|gentle|noble|humble|able|subtle|ample))$/.test(adjective))
  );
}

/** Adjectives that are adverbs as they stand. */
const ADVERBS = new Set(
  "fast hard early late long high far better worse enough low straight best highest lowest latest largest biggest fastest".split(
    " ",
  ),
);
/** Adverbs that no rule makes. */
const IRREGULAR = new Map([
  ["good", "well"],
  ["whole", "wholly"],
  ["true", "truly"],
  ["public", "publicly"],
]);

/** An adverb from an adjective: "quickly", "easily", "well". */
export function adverbOf(adjective: string): string {
  const irregular = IRREGULAR.get(adjective);
  if (irregular !== undefined) return irregular;
  if (ADVERBS.has(adjective) || /ly$|[ -]/.test(adjective)) return adjective;
  if (/ll$/.test(adjective)) return `${adjective}y`;
  if (/[^aeiou]y$/.test(adjective)) return `${adjective.slice(0, -1)}ily`;
  if (/ic$/.test(adjective)) return `${adjective}ally`;
  if (/[^aeiou]le$/.test(adjective)) return `${adjective.slice(0, -1)}y`;
  return `${adjective}ly`;
}
