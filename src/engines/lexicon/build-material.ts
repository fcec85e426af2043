import type { Action } from "./build.js";
import { altered, asNominal, change, leaf } from "./make-phrases.js";
import type { Nominal } from "./phrase.js";

/** The actions that say what something is made of: 用苹果做的酱, 是用小米做的. */
export const materialActions: Record<string, Action> = {
  material: (left, right) => {
    const thing = asNominal(right);
    const tool = TOOL.test(thing.head?.word.text ?? "");
    const preposition = altered(leaf(left), { category: "preposition", english: tool ? "with" : "from" });
    return { type: "prepositional", preposition, object: tool ? thing : inGeneral(thing) };
  },
  madeOf: (left, right) => {
    const verb = leaf(right);
    return change(altered(verb, { english: /^[做制]|成$/.test(verb.word.text) ? "make" : verb.english }), {
      passive: true,
      end: [left],
    });
  },
  isMade: (_, right) => change(right, { relative: undefined }),
};

/** What things are made from is spoken of in general: "from apples". */
function inGeneral(thing: Nominal): Nominal {
  const bare = thing.head?.category === "noun" && !thing.determiner && !thing.quantity && !thing.possessor;
  return bare ? altered(thing, { plural: true }) : thing;
}

/** 用手机做的: what it is done with. */
const TOOL = /[机脑锅箱炉件具器笔刀手法式刊网]$|平板|相机/;
