import { EngineError } from "../../errors.js";
import { bareCause, protocolError, statusError, withoutSecrets } from "../http.js";
import type { RateWait } from "./wait.js";

const SETTINGS = "`authKey` and `serverUrl`, or DEEPL_AUTH_KEY and DEEPL_SERVER_URL";
const STATUS = /^Unexpected status code: (\d{3})/;

/** The status behind each error of `deepl-node`, by the name of its class or how its message begins. */
const STATUS_OF = new Map([
  ["AuthorizationError", 403],
  ["QuotaExceededError", 456],
  ["TooManyRequestsError", 429],
  ["GlossaryNotFoundError", 404],
  ["Bad request", 400],
  ["Not found", 404],
  ["Service unavailable", 503],
]);

/**
 * Reads an error of `deepl-node`.
 *
 * Its errors tell the status only by their class and message, and carry the request, with the key in its headers: only
 * the message goes on.
 *
 * @param rateWait Asked how long to wait after "too many requests".
 */
export function deeplError(error: unknown, authKey: string, rateWait: RateWait): EngineError {
  if (error instanceof EngineError) return error;
  const cause = bareCause(error, [authKey]);
  const { message } = cause;
  const kind = error instanceof Error ? error.constructor.name : "";
  if (kind === "ConnectionError") {
    return new EngineError(
      "engine-unavailable",
      `The server of "deepl" could not be reached (${message}); see ${SETTINGS}.`,
      { engine: "deepl", retryable: true, cause },
    );
  }
  if (message.startsWith("Error parsing response")) return protocolError("deepl", "an answer that is not JSON", cause);
  const start = [...STATUS_OF.keys()].find((words) => message.startsWith(words));
  const status = STATUS_OF.get(kind) ?? STATUS_OF.get(start ?? "") ?? Number(STATUS.exec(message)?.[1]);
  if (!Number.isInteger(status)) {
    return new EngineError("engine-failed", `The engine "deepl" failed: ${message}`, { engine: "deepl", cause });
  }
  const reason = withoutSecrets(message, [authKey]);
  const retryAfter = status === 429 ? String(rateWait.refused() / 1000) : undefined;
  return statusError({ engine: "deepl", status, retryAfter, reason, settings: SETTINGS, cause });
}
