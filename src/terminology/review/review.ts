import type { Glossary } from "../../glossary/glossary.js";
import type { GlossaryEntry } from "../../model.js";
import { entryOfCandidate, type TermCandidate } from "../mine/candidate.js";
import { type DecisionLog, type StandingDecision, standing } from "./decisions.js";

/** How far a review is. */
export interface ReviewProgress {
  /** Candidates that are still to be decided, the current one included. */
  open: number;
  /** Candidates that were taken, in earlier reviews too. */
  accepted: number;
  /** Candidates that were kept out, in earlier reviews too. */
  rejected: number;
  /** Candidates that were left for later, and have not been decided since. */
  skipped: number;
}

/** A review of candidates one by one; every decision is saved before the next candidate comes. */
export interface Review {
  /** The candidate to decide; nothing when all are. */
  readonly current: TermCandidate | undefined;
  /** How far it is. */
  readonly progress: ReviewProgress;
  /** Takes the candidate into the glossary, as it proposes itself or as the entry says. */
  accept(entry?: GlossaryEntry): void;
  /** Keeps it out, in later reviews too. */
  reject(): void;
  /** Leaves it for a later review. */
  skip(): void;
  /** Takes back the last decision of this review and goes back to its candidate; `false` where there is none. */
  undo(): boolean;
}

/** Begins or resumes a review: candidates that were accepted or rejected before, or that the glossary has, do not come again. */
export function createReview(candidates: readonly TermCandidate[], glossary: Glossary, log: DecisionLog): Review {
  const known = standing(log.read().decisions);
  const isDecided = (form: string) => ["accept", "reject"].includes(known.get(form)?.decision ?? "");
  const open = candidates.filter(({ form }) => !glossary.get(form) && !isDecided(form));
  let at = 0;
  const decide = (decision: StandingDecision) => {
    log.append(decision);
    known.set(decision.form, decision);
    at++;
  };
  const currentForm = () => {
    const candidate = open[at];
    if (!candidate) throw new RangeError("Every candidate of this review is decided.");
    return candidate.form;
  };
  return {
    get current() {
      return open[at];
    },
    get progress() {
      const count = (what: string) => [...known.values()].filter(({ decision }) => decision === what).length;
      return { open: open.length - at, accepted: count("accept"), rejected: count("reject"), skipped: count("skip") };
    },
    accept(entry) {
      const form = currentForm();
      decide({ decision: "accept", form, entry: entry ?? entryOfCandidate(open[at]!) });
    },
    reject: () => decide({ decision: "reject", form: currentForm() }),
    skip: () => decide({ decision: "skip", form: currentForm() }),
    undo() {
      const form = open[at - 1]?.form;
      if (form === undefined) return false;
      log.append({ decision: "undo", form });
      known.delete(form);
      at--;
      return true;
    },
  };
}
