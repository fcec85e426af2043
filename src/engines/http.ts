import { EngineError, type EngineErrorCode } from "../errors.js";
import { wellFormed } from "./text.js";

/** A request to an engine's server. */
export interface EngineRequest {
  /** The engine's name, for errors. */
  engine: string;
  url: string | URL;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body: unknown;
  signal?: AbortSignal | undefined;
  /** What in the options to look at where the server refuses: "`apiKey`, or the variable AZURE_TRANSLATOR_KEY". */
  settings: string;
  /** Keys and the like: blanked where the server repeats them. */
  secrets?: readonly (string | undefined)[] | undefined;
  /** How requests are made. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/**
 * Posts JSON to an engine's server and reads its JSON answer.
 *
 * @throws EngineError by what went wrong: `engine-auth`, `engine-quota`, `engine-rate-limit` (with the server's
 * Retry-After), `engine-unavailable`, `engine-protocol`. No header and no key is ever part of it.
 */
export async function postJson(request: EngineRequest): Promise<unknown> {
  const { engine, url, headers, body, signal, settings, secrets } = request;
  let response: Response;
  try {
    response = await (request.fetch ?? fetch)(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body, (_, value) => (typeof value === "string" ? wellFormed(value) : value)),
      // A redirected POST arrives as a GET, and custom headers, keys among them, would follow it to another host.
      redirect: "manual",
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw unavailable(engine, url, settings, error);
  }
  const text = await readBody(response, engine, url, settings);
  if (!response.ok)
    throw statusError({
      engine,
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      reason: text,
      settings,
      secrets,
    });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw protocolError(engine, "an answer that is not JSON", error);
  }
}

async function readBody(response: Response, engine: string, url: string | URL, settings: string): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw unavailable(engine, url, settings, error);
  }
}

/** The server could not be reached, or hung up in the middle. */
export function unavailable(engine: string, url: string | URL, settings: string, cause: unknown): EngineError {
  const { host } = new URL(url);
  return new EngineError(
    "engine-unavailable",
    `The server of "${engine}" at ${host} could not be reached; see ${settings}.`,
    {
      engine,
      retryable: true,
      facts: { host },
      cause,
    },
  );
}

/** A server's answer was not what its documentation says; worth another try, as bodies get cut. */
export function protocolError(engine: string, received: string, cause?: unknown): EngineError {
  return new EngineError("engine-protocol", `The server of "${engine}" gave ${received}.`, {
    engine,
    retryable: true,
    cause,
  });
}

/** What a server's refusal consists of. */
export interface Refusal {
  engine: string;
  status: number;
  /** The value of the header Retry-After: seconds, or a date. */
  retryAfter?: string | null | undefined;
  /** What the server said. */
  reason: string;
  settings: string;
  secrets?: readonly (string | undefined)[] | undefined;
  cause?: unknown;
}

/** Blanks keys in what a server said: some repeat the key that they refuse. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[] = []): string {
  return secrets.reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, "…") : rest), text);
}

/**
 * What an error says, without what hangs on it: clients hang the request on their errors, and the key is in its headers.
 */
export function bareCause(error: unknown, secrets: readonly (string | undefined)[] = []): Error {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const bare = new Error(withoutSecrets(message, secrets));
  bare.name = name;
  return bare;
}

/** Turns an HTTP status into an error that says what to do about it. */
export function statusError(refusal: Refusal): EngineError {
  const { engine, status, retryAfter, reason, settings, secrets, cause } = refusal;
  const { code, advice, retryable, fatal } = meaningOf(status, settings);
  const said = withoutSecrets(reason, secrets).replace(/\s+/g, " ").trim().slice(0, 200);
  return new EngineError(code, `The server of "${engine}" answered ${status}${said ? ` (${said})` : ""}: ${advice}.`, {
    engine,
    retryable,
    fatal,
    retryAfterMs: retryable ? retryAfterMs(retryAfter) : undefined,
    facts: { status },
    cause,
  });
}

interface Meaning {
  code: EngineErrorCode;
  advice: string;
  retryable: boolean;
  fatal: boolean;
}

/** 456 is DeepL's status for a used-up quota. */
function meaningOf(status: number, settings: string): Meaning {
  if (status === 401 || status === 403)
    return { code: "engine-auth", advice: `check ${settings}`, retryable: false, fatal: true };
  if (status === 456 || status === 402)
    return { code: "engine-quota", advice: "the quota of this key is used up", retryable: false, fatal: true };
  if (status === 429)
    return {
      code: "engine-rate-limit",
      advice: "too many requests; lower `concurrency`",
      retryable: true,
      fatal: false,
    };
  if (status === 408 || status === 425 || status >= 500)
    return { code: "engine-unavailable", advice: "it may work later", retryable: true, fatal: false };
  if (status === 413)
    return {
      code: "engine-failed",
      advice: "the request is too large; lower the engine's limits",
      retryable: false,
      fatal: false,
    };
  return {
    code: "engine-failed",
    advice: `it refused the request; check ${settings}`,
    retryable: false,
    fatal: status === 404 || (status >= 300 && status < 400),
  };
}

/** Reads Retry-After: seconds or a date; at most ten minutes, as a caller would rather hear of a longer wait. */
export function retryAfterMs(value: string | null | undefined, now = Date.now()): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, 600_000) : undefined;
}
