export { type AppliedReview, applyReview } from "./apply.js";
export { type DecisionLog, fileLog, type ReviewDecision } from "./decisions.js";
export type { ReviewTerminal } from "./dialog.js";
export { createReview, type Review, type ReviewProgress } from "./review.js";
export { type ReviewResult, reviewFile, reviewLogOf } from "./run.js";
export type { SessionEnd } from "./session.js";
