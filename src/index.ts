export * from "./core.js";
export { type ReviewResult, reviewFile } from "./terminology/review/run.js";
export type { ReviewTerminal } from "./terminology/review/session.js";
