import { appendFileSync, readFileSync } from "node:fs";
import { z } from "zod";
import { GlossaryError } from "../../errors.js";
import type { GlossaryEntry } from "../../model.js";
import { glossaryEntrySchema } from "../../schemas.js";

const decisionSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("accept"), form: z.string(), entry: glossaryEntrySchema }),
  z.object({ decision: z.literal("reject"), form: z.string() }),
  z.object({ decision: z.literal("skip"), form: z.string() }),
  z.object({ decision: z.literal("undo"), form: z.string() }),
]);

/** A candidate was taken into the glossary. */
export interface Acceptance {
  /** What was decided. */
  decision: "accept";
  /** The candidate's form. */
  form: string;
  /** The entry that it became. */
  entry: GlossaryEntry;
}

/** A candidate was kept out, or left for later; or what was decided of it last was taken back. */
export interface Refusal {
  /** What was decided. */
  decision: "reject" | "skip" | "undo";
  /** The candidate's form. */
  form: string;
}

/** What a reviewer decided about a candidate. */
export type ReviewDecision = Acceptance | Refusal;

/** What a log of decisions holds. */
export interface DecisionsRead {
  /** All decisions so far, in order. */
  decisions: ReviewDecision[];
  /** The numbers, from 1, of lines that are none: one may have been cut off as it was written. */
  damaged: number[];
}

/** Where decisions are kept: a line of JSON each, only ever appended to. */
export interface DecisionLog {
  /** Reads all decisions so far. */
  read(): DecisionsRead;
  /** Adds a decision; it is in the file when this returns. */
  append(decision: ReviewDecision): void;
}

/** The log of decisions in a file, which need not be there yet. */
export function fileLog(file: string): DecisionLog {
  return {
    read() {
      const decisions: ReviewDecision[] = [];
      const damaged: number[] = [];
      for (const [i, line] of textOf(file).split("\n").entries()) {
        if (line.trim() === "") continue;
        const decision = decisionIn(line);
        if (decision) decisions.push(decision);
        else damaged.push(i + 1);
      }
      return { decisions, damaged };
    },
    append(decision) {
      const text = textOf(file);
      const start = text === "" || text.endsWith("\n") ? "" : "\n";
      try {
        appendFileSync(file, `${start}${JSON.stringify(decision)}\n`, { flush: true });
      } catch (error) {
        const message = `The decision about ${decision.form} could not be saved in ${file}: ${(error as Error).message}.`;
        throw new GlossaryError("review-conflict", message, { file, form: decision.form }, error);
      }
    },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw new GlossaryError("review-conflict", `Cannot read ${file}: ${(error as Error).message}.`, { file }, error);
  }
}

function decisionIn(line: string): ReviewDecision | undefined {
  try {
    return decisionSchema.parse(JSON.parse(line)) as ReviewDecision;
  } catch {
    return undefined;
  }
}

/** A decision that stands. */
export type StandingDecision = Acceptance | (Refusal & { decision: "reject" | "skip" });

/** What was decided last of each form, what was undone left out. */
export function standing(decisions: readonly ReviewDecision[]): Map<string, StandingDecision> {
  const last = new Map<string, StandingDecision>();
  for (const decision of decisions) {
    if (decision.decision === "undo") last.delete(decision.form);
    else last.set(decision.form, decision as StandingDecision);
  }
  return last;
}
