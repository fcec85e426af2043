export { defineEngine } from "./engines/engine.js";
export * from "./errors.js";
export type * from "./model.js";
export type { Span } from "./span.js";
