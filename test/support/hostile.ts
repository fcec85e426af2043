import type { Engine, TranslationUnit } from "../../src/engines/engine.js";

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

/** What engines do to what they should leave alone, from mild to absurd. */
const DAMAGES: Record<string, Damage> = {
  "does nothing wrong": gist,
  "lower-cases": after((text) => text.toLowerCase()),
  "upper-cases": after((text) => text.toUpperCase()),
  "capitalises every word": after((text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  "spaces every letter": after((text) => [...text].join(" ")),
  "takes out all spaces": after((text) => text.replaceAll(" ", "")),
  "doubles spaces": after((text) => text.replaceAll(" ", "  ")),
  "breaks lines": after((text) => text.replaceAll(" ", "\n")),
  "writes full width": after((text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  "escapes HTML": after((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")),
  "quotes names": after((text) => text.replace(LATIN, "“$&”")),
  "puts hyphens in": after((text) => text.replace(LATIN, (word) => `${word.slice(0, 2)}-${word.slice(2)}`)),
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
  "inserts soft hyphens": after((text) => [...text].join("\u00ad")),
  "writes brackets around all": after((text) => `[[${text}]]`),
  "adds hashtags": after((text) => `${text} #ad# #x#`),
  "shifts the answers": (_text, _unit, i, units) =>
    gist(units[(i + 1) % units.length]!.text, units[(i + 1) % units.length]!, i, units),
  "splits names with a dash and spaces": after((text) =>
    text.replace(LATIN, (word) => `${word.slice(0, 2)} - ${word.slice(2)}`),
  ),
  "moves names to the front": after((text) => `${(text.match(LATIN) ?? []).join(" ")} ${text.replace(LATIN, "")}`),
  "puts names into the plural": after((text) => text.replace(LATIN, "$&s")),
  "writes HTML": after((text) => `<p lang="en">${text}</p><br/>`),
  "writes JSON": after((text) => JSON.stringify({ translation: text })),
  "marks directions": after((text) => `\u202b${text.replaceAll(" ", "\u200f \u200e")}\u202c`),
  "uses no-break spaces": after((text) => text.replaceAll(" ", "\u00a0")),
  "writes accents": after((text) => text.replaceAll("a", "ǎ").replaceAll("i", "ī")),
  "ends with full stops": after((text) => `${text}.。…`),
  floods: after((text) => `${text} `.repeat(50)),
};

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
