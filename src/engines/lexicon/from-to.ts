import { altered, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 从北京搬到深圳, 从学生变成老师: "move from … to …", "go from … to …". */
export function fromTo(from: Phrase, made: Clause): Clause | undefined {
  if (from.type !== "prepositional" || from.preposition.word.text !== "从") return undefined;
  const to = made.end.findIndex((part) => part.type === "prepositional" && part.preposition.category === "TO");
  if (to >= 0) return altered(made, { end: made.end.toSpliced(to, 0, from) });
  const [aim, ...others] = made.objects;
  const { verb } = made;
  if (!verb || !aim || others.length) return undefined;
  const becomes = BECOMES.test(verb.word.text);
  const english = becomes ? "go" : / to$/.test(verb.english) ? verb.english.slice(0, -3) : undefined;
  if (english === undefined) return undefined;
  const bare = (phrase: Phrase): Phrase => (becomes ? asRole(phrase) : phrase);
  const start: Phrase = { ...from, object: bare(from.object) };
  return altered(made, {
    verb: altered(verb, { english }),
    objects: [],
    aspects: becomes ? new Set([...made.aspects, "RES"]) : made.aspects,
    end: [start, { type: "prepositional", preposition: wordless("to"), object: bare(aim) }, ...made.end],
  });
}

/** "student" of "from student to teacher". */
const asRole = (phrase: Phrase): Phrase =>
  phrase.type === "nominal" && phrase.head?.category === "noun" && !phrase.determiner && !phrase.possessor
    ? altered(phrase, { head: altered(phrase.head, { category: "mass" }), determiner: wordless("", "determiner") })
    : phrase;

const BECOMES = /^(?:变|变成|变为|成为)$/;

/** 加班到十点: "until ten o'clock". */
export function untilWhen(phrase: Phrase, { verb }: Clause): Phrase {
  if (phrase.type !== "prepositional" || phrase.preposition.word.text !== "到") return phrase;
  const { object } = phrase;
  const hour = object.type === "quantity" && /^点钟?$/.test(object.measure?.word.text ?? "");
  const goesOn = (hour || object.type === "temporal") && !RESET.test(verb?.word.text ?? "");
  return goesOn ? { ...phrase, preposition: altered(phrase.preposition, { english: "until" }) } : phrase;
}

/** Verbs of what is put to another time. */
const RESET = /^(?:提前|推|改|调|调整|换|移|缩短|回|穿越)$/;
