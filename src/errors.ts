/** What an error of this library is about; stable across versions. */
export type ErrorCode =
  | "invalid-argument"
  | "invalid-glossary"
  | "invalid-format"
  | "glossary-conflict"
  | "missing-dependency"
  | "engine-failed"
  | "engine-auth"
  | "engine-quota"
  | "engine-rate-limit"
  | "engine-timeout"
  | "engine-unavailable"
  | "engine-protocol"
  | "model-missing"
  | "model-damaged"
  | "aborted"
  | "archive-locked"
  | "archive-changed"
  | "archive-input"
  | "archive-output"
  | "archive-failed"
  | "review-conflict";

/** Facts about an error, by name: a file, a line, a field, what was expected. Never a secret. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * The base of every error that this library throws.
 *
 * `code` is stable and meant for `switch`; `message` says what to do; `facts` carries what the message is made of;
 * `cause` is the error underneath, where there is one.
 */
export class NotMilletError extends Error {
  /** The name of the class. */
  override readonly name: string = "NotMilletError";
  /** What it is about; stable across versions. */
  readonly code: ErrorCode;
  /** What the message is made of, for programs. */
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** The caller gave something that the called function cannot take. */
export class ArgumentError extends NotMilletError {
  /** The name of the class. */
  override readonly name = "ArgumentError";
  constructor(message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super("invalid-argument", message, facts, cause);
  }
}

/** What can be wrong with a glossary. */
export type GlossaryErrorCode = Extract<
  ErrorCode,
  "invalid-glossary" | "invalid-format" | "glossary-conflict" | "review-conflict"
>;

/** A glossary, or a file that should hold one, is not as it must be; `facts` names entry, field, file, line and column. */
export class GlossaryError extends NotMilletError {
  /** The name of the class. */
  override readonly name = "GlossaryError";
  constructor(code: GlossaryErrorCode, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(code, message, facts, cause);
  }
}

/** How an engine can fail. */
export type EngineErrorCode = Extract<
  ErrorCode,
  `engine-${string}` | `model-${string}` | "missing-dependency" | "aborted"
>;

/**
 * An engine could not translate.
 *
 * `retryable` says whether the same call may succeed later, `retryAfterMs` after how many milliseconds the server asked
 * to be called again, `fatal` whether every other call will fail in the same way (a wrong key, a used-up quota).
 */
export class EngineError extends NotMilletError {
  /** The name of the class. */
  override readonly name = "EngineError";
  /** Which engine failed. */
  readonly engine: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** Whether every other call will fail in the same way: a wrong key, a used-up quota. */
  readonly fatal: boolean;
  /** After how many milliseconds the server asked to be called again, where it did. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: EngineErrorCode,
    message: string,
    options: {
      engine: string;
      retryable?: boolean;
      fatal?: boolean;
      retryAfterMs?: number | undefined;
      facts?: ErrorFacts;
      cause?: unknown;
    },
  ) {
    super(code, message, { engine: options.engine, ...options.facts }, options.cause);
    this.engine = options.engine;
    this.retryable = options.retryable ?? false;
    this.fatal = options.fatal ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** An archive could not be read, written, resumed or locked. */
export class ArchiveError extends NotMilletError {
  /** The name of the class. */
  override readonly name = "ArchiveError";
  constructor(code: Extract<ErrorCode, `archive-${string}`>, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(code, message, facts, cause);
  }
}
