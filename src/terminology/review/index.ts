export { type AppliedReview, applyReview } from "./apply.js";
export {
  type Acceptance,
  type DecisionLog,
  type DecisionsRead,
  fileLog,
  type Refusal,
  type ReviewDecision,
} from "./decisions.js";
export type { ReviewTerminal } from "./dialog.js";
export { createReview, type Review, type ReviewProgress } from "./review.js";
export { type ReviewResult, reviewFile, reviewLogOf } from "./run.js";
export type { SessionEnd } from "./session.js";
