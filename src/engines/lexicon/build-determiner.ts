import type { Action } from "./build.js";
import { quantity } from "./build-amount.js";
import { modify } from "./build-modifier.js";
import { altered, asNominal, leaf, nominal, wordless } from "./make-phrases.js";
import type { Quantity } from "./phrase.js";

/** The actions that say which one or whose: determiners and possessors. */
export const determinerActions: Record<string, Action> = {
  // 比我的贵: "than mine"
  ownOne: (_, right) =>
    right.type === "nominal" ? altered(nominal(), { possessor: right }) : modify(right, nominal()),
  // 比旧的快: "than the old one"
  thanOne: (_, right) => altered(asNominal(modify(right, nominal(wordless("one", "noun")))), { definite: true }),
  determine: (word) => altered(nominal(), { determiner: leaf(word) }),
  determineMeasure: (left, right) =>
    altered(nominal(), { determiner: leaf(left), quantity: { ...quantity(), measure: leaf(right) } }),
  determineQuantity: (left, right) => altered(nominal(), { determiner: leaf(left), quantity: right as Quantity }),
  // 这对夫妇: "couple" counts the two
  determineCouple: (left, right) => {
    const { quantity: _, ...outer } = asNominal(left);
    return altered(nominal(altered(leaf(right), { category: "noun" })), {
      ...(outer.determiner && { determiner: outer.determiner }),
    });
  },
  determinePronoun: (left, right) => altered(asNominal(right), { possessor: nominal(leaf(left)) }),
  determineNoun: (left, right) => {
    const outer = asNominal(left);
    const inner = asNominal(right);
    if (inner.possessor && outer.possessor) inner.after.unshift(inner.possessor);
    return altered(inner, {
      ...(outer.determiner && { determiner: outer.determiner }),
      ...(outer.quantity && { quantity: outer.quantity }),
      ...(outer.possessor && { possessor: outer.possessor }),
    });
  },
  determineOf: (left) => altered(nominal(), { determiner: leaf(left) }),
  possessTime: (left, right) => {
    const head = asNominal(right);
    return altered(head, {
      possessor: asNominal(left),
      after: [...(head.possessor ? [head.possessor] : []), ...head.after],
    });
  },
  possess: (left, right) => {
    const head = asNominal(right);
    const owner = head.possessor;
    // 我父母六十周年: "my parents' 60th anniversary"
    if (head.definite && owner?.type === "nominal" && !owner.possessor && !owner.determiner)
      return altered(head, { possessor: altered(owner, { possessor: left }) });
    if (owner) head.after.unshift(owner);
    return altered(head, { possessor: left });
  },
};
