const LEAD =
  /^(?:(not)|(can|should|must|may|cannot|will)|(already|also|still|only|just|never|always|(?!(?:fly|apply|rely|reply|supply|comply|imply|multiply|ally|rally|bully) )[a-z]+ly)) (?:be able to )?(.+)$/;

/** What stands before the verb in a verb's English: "not know", "already have", "can be called". */
export function leadOf(text: string): { negates: boolean; modal?: string; adverb?: string; rest: string } | undefined {
  if (text.startsWith("won't ")) return { negates: true, modal: "will", rest: text.slice(6) };
  const match = LEAD.exec(text.replace(/^can't /, "cannot "));
  if (!match) return undefined;
  return {
    negates: match[1] !== undefined,
    ...(match[2] && { modal: match[2] }),
    ...(match[3] && { adverb: match[3] }),
    rest: match[4]!,
  };
}

/** Modals that take a bare verb. */
export const MODALS = new Set(["cannot", "can", "will", "may", "might", "should", "must", "could", "would", "shall"]);
/** What a modal is behind another. */
export const AFTER_MODAL = new Map([
  ["can", "be able to"],
  ["cannot", "be unable to"],
  ["will", ""],
  ["must", "have to"],
  ["may", ""],
  ["should", ""],
  ["would", ""],
  ["could", ""],
  ["might", ""],
]);
/** The past of a modal. */
export const PAST_MODALS = new Map([
  ["can", "could"],
  ["will", "would"],
  ["may", "might"],
]);

/** A modal verb has no infinitive: 警告我不可停车 is "warns me not to park". */
export const infinitiveModal = (english: string): string =>
  /^(?:can|cannot|will|may|should|would|could|might|must)$/.test(english) ? "" : english;

/** A modal that forbids. */
export const NEGATIVE_MODAL = /^(?:cannot|(?:will|must|should|may|would) not)$/;
