import { adverbActions } from "./build-adverb.js";
import { amountActions } from "./build-amount.js";
import { causativeActions } from "./build-causative.js";
import { clauseActions } from "./build-clause.js";
import { comparisonActions } from "./build-comparison.js";
import { copulaActions } from "./build-copula.js";
import { determinerActions } from "./build-determiner.js";
import { linkedActions } from "./build-linked.js";
import { materialActions } from "./build-material.js";
import { moreActions } from "./build-more.js";
import { nominalActions } from "./build-nominal.js";
import { partitiveActions } from "./build-partitive.js";
import { placeActions } from "./build-place.js";
import { prepositionActions } from "./build-preposition.js";
import { questionActions } from "./build-question.js";
import { subjectActions } from "./build-subject.js";
import { timeActions } from "./build-time.js";
import { verbActions } from "./build-verb.js";
import { voiceActions } from "./build-voice.js";
import type { Tree } from "./chart.js";
import type { Leaf, Phrase } from "./phrase.js";

/** What a rule of the grammar makes of its parts; a rule of one gets only the first. */
export type Action = (left: Phrase, right: Phrase) => Phrase;

/** Every action that a rule may name. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>(
  Object.entries({
    same: (left: Phrase) => left,
    second: (_: Phrase, right: Phrase) => right,
    ...nominalActions,
    ...determinerActions,
    ...partitiveActions,
    ...amountActions,
    ...placeActions,
    ...verbActions,
    ...causativeActions,
    ...voiceActions,
    ...adverbActions,
    ...timeActions,
    ...prepositionActions,
    ...subjectActions,
    ...copulaActions,
    ...questionActions,
    ...clauseActions,
    ...comparisonActions,
    ...linkedActions,
    ...moreActions,
    ...materialActions,
  }),
);

/** Turns a parse into phrases, bottom up, by the action that each rule names. */
export function build(tree: Tree, leafOf: (tree: Tree) => Leaf): Phrase {
  if (!tree.rule) return leafOf(tree);
  const action = ACTIONS.get(tree.rule.action);
  if (!action) throw new TypeError(`The grammar names an action that does not exist: ${tree.rule.action}`);
  const left = build(tree.left!, leafOf);
  return action(left, tree.right ? build(tree.right, leafOf) : left);
}
