const HAN = /[\p{Script=Han}，。！？]+/gu;
const PROTECTED = /(<[a-z:]+[^<>]*\b(?:translate="no"|class="notranslate"|translation=)[^<>]*>[^<>]*<\/[a-z:]+>)/gu;

/**
 * A machine that knows no Chinese: it says "word" for it, applies the glossary that it was given, and leaves the rest.
 *
 * In HTML it leaves alone what is marked as not to be translated.
 */
export function gist(text: string, { html = false, glossary = new Map<string, string>() } = {}): string {
  const translate = (part: string) => {
    let english = part;
    for (const [source, target] of glossary) english = english.replaceAll(source, ` ${target} `);
    return english.replace(HAN, " word ");
  };
  const english = html
    ? text
        .split(PROTECTED)
        .map((part, i) => (i % 2 === 1 ? ` ${part} ` : translate(part)))
        .join("")
    : translate(text);
  return english.replace(/ {2,}/g, " ").trim() || "word";
}
