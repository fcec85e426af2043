import { existsSync } from "node:fs";
import { acquireLock, type Lock } from "../../archive/lock.js";
import { ArchiveError, GlossaryError } from "../../errors.js";
import { Glossary } from "../../glossary/glossary.js";
import { readGlossaryFile } from "../files.js";
import type { TermCandidate } from "../mine/candidate.js";
import { type AppliedReview, applyReview } from "./apply.js";
import { fileLog } from "./decisions.js";
import type { ReviewTerminal } from "./dialog.js";
import { createReview, type ReviewProgress } from "./review.js";
import { runSession, type SessionEnd } from "./session.js";

/** What came of a session of review. */
export interface ReviewResult extends AppliedReview {
  /** How it ended. */
  end: SessionEnd;
  /** How far it came. */
  progress: ReviewProgress;
  /** The file with the decisions. */
  log: string;
  /** The numbers, from 1, of lines in it that are no decisions. */
  damaged: number[];
  /** Whether somebody else changed the glossary's file during the session. */
  wasChanged: boolean;
}

/** The file beside a glossary that keeps what its reviewers decided. */
export function reviewLogOf(file: string): string {
  return `${file}.review.jsonl`;
}

/**
 * Reviews candidates for a glossary's file at a terminal; a file that does not exist yet is a glossary without entries.
 *
 * Decisions are saved as they are made, in `FILE.review.jsonl`; what was accepted goes into the glossary at the end of
 * the session, that of an earlier one that was cut off too.
 *
 * @throws {GlossaryError} `review-conflict` where somebody else is reviewing for the file, or where it is no glossary any
 * more at the end: what was decided is kept, and goes in the next time.
 */
export async function reviewFile(
  file: string,
  candidates: readonly TermCandidate[],
  terminal: ReviewTerminal,
): Promise<ReviewResult> {
  const lock = await lockReview(file);
  try {
    const isNew = !existsSync(file);
    const glossary = isNew ? Glossary.of([]) : readGlossaryFile(file);
    const logFile = reviewLogOf(file);
    const log = fileLog(logFile);
    const { damaged } = log.read();
    const review = createReview(candidates, glossary, log);
    const end = await runSession(review, terminal);
    return { end, progress: review.progress, log: logFile, damaged, ...added(file, glossary, logFile, isNew) };
  } finally {
    await lock.release();
  }
}

function added(file: string, before: Glossary, log: string, isNew: boolean): AppliedReview & { wasChanged: boolean } {
  try {
    const glossary = isNew && !existsSync(file) ? before : readGlossaryFile(file);
    const wasChanged = glossary.hash !== before.hash;
    return { wasChanged, ...applyReview(file, fileLog(log), glossary) };
  } catch (error) {
    const message = `What was accepted could not be added to ${file}. ${(error as Error).message} It is kept in ${log}: put the file right and review again.`;
    throw new GlossaryError("review-conflict", message, { file, log }, error);
  }
}

async function lockReview(file: string): Promise<Lock> {
  const path = `${file}.review.lock`;
  try {
    return await acquireLock(path);
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== "archive-locked") throw error;
    const { pid, host } = error.facts;
    const message = `Somebody is reviewing for ${file} already (process ${pid} on ${host}). Wait until they are done, or delete ${path} if that process is gone.`;
    throw new GlossaryError("review-conflict", message, { file, ...error.facts }, error);
  }
}
