import type { Carry, Engine, TranslationUnit } from "../../src/engines/engine.js";

type Damage = (text: string, unit: TranslationUnit, index: number, units: readonly TranslationUnit[]) => unknown;

/** An honest machine that knows no Chinese: it keeps what is not Chinese and says "word" for the rest. */
const gist: Damage = (text, { terms, carry }) => {
  let english = text;
  if (carry === "native") for (const { source, target } of terms) english = english.replace(source, ` ${target} `);
  return english
    .replace(/[\p{Script=Han}]+/gu, " word ")
    .replace(/ {2,}/g, " ")
    .trim();
};

const after =
  (damage: (text: string) => unknown): Damage =>
  (text, ...rest) =>
    damage(gist(text, ...rest) as string);
const LATIN = /[A-Za-z\ue000-\uf8ff]+/g;
const WORDS = /[A-Za-z]{2,}/g;

/** Damages what stands outside of tags. */
const around = (damage: (text: string) => string): Damage =>
  after((text) =>
    text
      .split(/(<[^>]*>)/)
      .map((part, i) => (i % 2 ? part : damage(part)))
      .join(""),
  );
const words = (damage: (word: string) => string): Damage => around((text) => text.replace(WORDS, damage));
const tags = (what: RegExp, by: string): Damage => after((text) => text.replace(what, by));

/** Changes how a text is written, and no letter of it. */
const MILD: Record<string, Damage> = {
  "does nothing wrong": gist,
  "lower-cases": after((text) => text.toLowerCase()),
  "upper-cases": after((text) => text.toUpperCase()),
  "capitalises every word": after((text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  "takes out all spaces": after((text) => text.replaceAll(" ", "")),
  "doubles spaces": after((text) => text.replaceAll(" ", "  ")),
  "breaks lines": after((text) => text.replaceAll(" ", "\n")),
  "writes full width": after((text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  "escapes HTML": after((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")),
  "quotes names": after((text) => text.replace(LATIN, "“$&”")),
  "puts hyphens in": after((text) => text.replace(LATIN, (word) => `${word.slice(0, 2)}-${word.slice(2)}`)),
  "inserts soft hyphens": after((text) => [...text].join("\u00ad")),
  "uses no-break spaces": after((text) => text.replaceAll(" ", "\u00a0")),
  "marks directions": after((text) => `\u202b${text.replaceAll(" ", "\u200f \u200e")}\u202c`),
  "writes accents": after((text) => text.replaceAll("a", "ǎ").replaceAll("i", "ī")),
  "ends with full stops": after((text) => `${text}.。…`),
  "moves names to the front": after((text) => `${(text.match(LATIN) ?? []).join(" ")} ${text.replace(LATIN, "")}`),
  "breaks lines in Windows' way": around((text) => text.replaceAll(" ", "\r\n")),
  "writes tabs for spaces": around((text) => text.replaceAll(" ", "\t")),
  "writes underscores for spaces": around((text) => text.replaceAll(" ", "_")),
  "writes wide spaces": around((text) => text.replaceAll(" ", "\u2003")),
  "begins with a byte-order mark": after((text) => `\ufeff${text}`),
  "lower-cases first letters": around((text) => text.replace(/\b[A-Z]/g, (letter) => letter.toLowerCase())),
  "writes names in bold, in Markdown": words((word) => `**${word}**`),
  "writes names as code, in Markdown": words((word) => `\`${word}\``),
  "writes names in bold, in HTML": words((word) => `<b>${word}</b>`),
  "writes French quotes": words((word) => `«${word}»`),
  "writes Chinese quotes": words((word) => `《${word}》`),
  "writes an article before each name": words((word) => `the ${word}`),
  "makes each name a possessor": words((word) => `${word}'s`),
  "writes letters as decimal entities": words((word) => [...word].map((c) => `&#${c.charCodeAt(0)};`).join("")),
  "writes letters as hexadecimal entities": words((word) =>
    [...word].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join(""),
  ),
  "writes combining accents": words((word) => [...word].join("\u0301")),
  "writes zero-width spaces": words((word) => [...word].join("\u200b")),
  "writes zero-width joiners": words((word) => [...word].join("\u200d")),
  "writes full stops into names": words((word) => `${word.slice(0, 2)}.${word.slice(2)}`),
  "writes tags in capitals": tags(/(<\/?)span/g, "$1SPAN"),
  "writes tags with single quotes": tags(/="([^"]*)"/g, "='$1'"),
  "writes tags without quotes": tags(/="([^"]*)"/g, "=$1"),
  "escapes tags": after((text) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;")),
  "escapes tags twice": after((text) => text.replaceAll("<", "&amp;lt;").replaceAll(">", "&amp;gt;")),
};

/** What engines do to what they should leave alone, from mild to absurd. */
const DAMAGES: Record<string, Damage> = {
  ...MILD,
  "spaces every letter": after((text) => [...text].join(" ")),
  "reverses the words": after((text) => text.split(" ").reverse().join(" ")),
  "reverses the letters": after((text) => [...text].reverse().join("")),
  "drops every Latin word": after((text) => text.replace(LATIN, "")),
  "drops the first word": after((text) => text.replace(/^\S+\s*/, "")),
  "doubles every word": after((text) => text.replace(/\S+/g, "$& $&")),
  "doubles the sentence": after((text) => `${text} ${text}`),
  "translates names": after((text) => text.replace(LATIN, "millet")),
  "swaps neighbours": after((text) => text.replace(/(\S+) (\S+)/g, "$2 $1")),
  truncates: after((text) => text.slice(0, Math.ceil(text.length / 2))),
  apologises: () => "I'm sorry, but I can't help with that.",
  "explains itself": after((text) => `Here is the translation:\n\n"${text}"`),
  "echoes the source": (text) => text,
  "says nothing": () => "",
  "says blanks": () => " \n ",
  "gives numbers": () => 42,
  "gives nothing": () => undefined,
  "strips marks": after((text) => text.replace(/[^\p{L}\p{N} ]/gu, "")),
  "writes brackets around all": after((text) => `[[${text}]]`),
  "adds hashtags": after((text) => `${text} #ad# #x#`),
  "shifts the answers": (_text, _unit, i, units) =>
    gist(units[(i + 1) % units.length]!.text, units[(i + 1) % units.length]!, i, units),
  "splits names with a dash and spaces": after((text) =>
    text.replace(LATIN, (word) => `${word.slice(0, 2)} - ${word.slice(2)}`),
  ),
  "puts names into the plural": after((text) => text.replace(LATIN, "$&s")),
  "writes HTML": after((text) => `<p lang="en">${text}</p><br/>`),
  "writes JSON": after((text) => JSON.stringify({ translation: text })),
  floods: after((text) => `${text} `.repeat(50)),
  "drops closing tags": tags(/<\/span>/g, ""),
  "drops opening tags": tags(/<span[^>]*>/g, ""),
  "empties tags": tags(/>[^<]+<\/span>/g, "></span>"),
  "translates in tags": tags(/>[^<]+<\/span>/g, ">millet</span>"),
  "nests tags": tags(/<span[^>]*>/g, "$&$&"),
  "gives all tags one number": tags(/id="t\d+"/g, 'id="t0"'),
  "counts tags from one": after((text) => text.replace(/id="t(\d+)"/g, (_, id) => `id="t${Number(id) + 1}"`)),
  "links names": words((word) => `[${word}](https://example.com/)`),
  "writes Cyrillic letters": around((text) => text.replaceAll("a", "а").replaceAll("o", "о")),
  "writes tones as digits": words((word) => word.replace(/[aeiou]+/g, "$&3")),
  "drops a letter of each name": words((word) => word.slice(0, 1) + word.slice(2)),
  "swaps letters": words((word) => (word.length > 3 ? word[0]! + word[2]! + word[1]! + word.slice(3) : word)),
  "shortens names": words((word) => `${word.slice(0, 3)}…`),
  "hides names": words((word) => word[0]! + "*".repeat(word.length - 1)),
  "glues names to what follows": around((text) => text.replace(/([A-Za-z]{2,}) /g, "$1")),
  "takes all names for one": around((text) => text.replace(/\p{Lu}[A-Za-z]+/gu, "Samsung")),
  "says the source too": (text, ...rest) => `${gist(text, ...rest)} (${text})`,
  "swaps the halves": after((text) => `${text.slice(text.length / 2)} ${text.slice(0, text.length / 2)}`),
  "gives objects": after((text) => ({ text })),
  "gives lists": after((text) => [text]),
};

const CARRIES: readonly Carry[] = ["inline", "markup", "placeholder", "native"];

/** Engines that write what they are given otherwise and change no letter of it, by what they do and how terms travel. */
export const mildEngines: [what: string, carry: Carry, engine: Engine][] = Object.entries(MILD).flatMap(
  ([what, damage]) =>
    CARRIES.map((carry): [string, Carry, Engine] => [
      what,
      carry,
      {
        name: "mild",
        carry,
        limits: { units: 50 },
        translate: async (units) => units.map((unit, i) => damage(unit.text, unit, i, units)) as string[],
      },
    ]),
);

/** Engines that damage what they are given, by what they do. */
export const hostileEngines: [what: string, engine: Engine][] = [
  ...Object.entries(DAMAGES).map(([what, damage]): [string, Engine] => [
    what,
    {
      name: "hostile",
      carry: ["inline", "markup", "native"],
      limits: { units: 50 },
      translate: async (units) => units.map((unit, i) => damage(unit.text, unit, i, units)) as string[],
    },
  ]),
  ["gives too few texts", { name: "hostile", translate: async (units) => units.slice(1).map(({ text }) => text) }],
  [
    "gives too many texts",
    { name: "hostile", translate: async (units) => [...units, ...units].map(({ text }) => text) },
  ],
  ["gives no list", { name: "hostile", translate: async () => "sorry" as unknown as string[] }],
];
