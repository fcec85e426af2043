import { ArgumentError } from "../../errors.js";
import { untilAborted } from "../abandon.js";
import { inGroups } from "../carry.js";
import { defineEngine, type Engine, type TranslationUnit } from "../engine.js";
import { protocolError } from "../http.js";
import { lazily } from "../lazy.js";
import { loadPackage } from "../optional.js";
import { fromEnvironment, requiredSetting } from "../settings.js";
import { deeplError } from "./errors.js";
import { createResource, type DeepLTerm, type DeepLTerms, type GlossaryResource, termsOf } from "./glossary.js";
import { createRateWait } from "./wait.js";

export type { DeepLTerm, DeepLTerms } from "./glossary.js";

/** Settings of DeepL. */
export interface DeepLOptions {
  /** Default: the variable DEEPL_AUTH_KEY, else DEEPL_API_KEY. */
  authKey?: string | undefined;
  /** Where the server is. Default: the variable DEEPL_SERVER_URL, else DeepL's server for the key's kind of account. */
  serverUrl?: string | undefined;
  /** Which English. Default `"en-US"`. */
  targetLanguage?: "en-US" | "en-GB" | undefined;
  /** DeepL's `model_type`. Default: DeepL's own choice. */
  modelType?: "latency_optimized" | "quality_optimized" | "prefer_quality_optimized" | undefined;
  /**
   * Whether each post is sent along as `context`, which DeepL does not bill; posts then share no request, as DeepL takes
   * one context for all texts of a request. Default true.
   */
  context?: boolean | undefined;
  /**
   * Terms to keep in a glossary on DeepL's side: a `Glossary`, or a list of terms. Units whose terms it holds are
   * translated with it; the others carry their terms in tags. Default: none, all terms travel in tags.
   */
  glossary?: Iterable<DeepLTerm> | DeepLTerms | undefined;
  /**
   * How many glossaries that this library made earlier stay in the account when it makes another, the newest first; the
   * others are deleted. Free accounts hold one: say 0. Default 10.
   */
  keepGlossaries?: number | undefined;
}

const NAME = "deepl";
/** DeepL takes 128 KiB a request, in form encoding, which writes every byte of Chinese with three characters. */
const BODY_BYTES = 128 * 1024;
const FORM_FACTOR = 3;
/** What of a post goes along as context, in UTF-16 code units; nine bytes each at most. */
const CONTEXT_CHARACTERS = 2000;
const PARAMETER_BYTES = 4096;
const CLIENT_TIMEOUT_MS = 120_000;
const TEXT_BYTES = Math.floor((BODY_BYTES - PARAMETER_BYTES - 9 * CONTEXT_CHARACTERS) / FORM_FACTOR);

/**
 * DeepL, through the package `deepl-node`.
 *
 * Terms travel in tags (`translate="no"`), or in a glossary on DeepL's side, named after its content: it is found again
 * where it exists, and made where it does not.
 *
 * DeepL's client passes no header of an answer on and takes no signal. After "too many requests" the wait is therefore
 * ours, not what a Retry-After asks for: 1 s, doubled up to 30 s until DeepL takes a request again. What is aborted rejects
 * at once and begins no further request; one that is under way cannot be called back: DeepL bills it, and it may keep the
 * process for two minutes.
 *
 * @throws ArgumentError where there is no key.
 */
export function deepl(options: DeepLOptions = {}): Engine {
  const { targetLanguage = "en-US", modelType, context: sendsContext = true, keepGlossaries = 10 } = options;
  const authKey = requiredSetting(NAME, "authKey", options.authKey, ["DEEPL_AUTH_KEY", "DEEPL_API_KEY"]);
  const serverUrl = options.serverUrl ?? fromEnvironment(["DEEPL_SERVER_URL"]);
  if (!Number.isInteger(keepGlossaries) || keepGlossaries < 0) {
    throw new ArgumentError(
      `Expected \`keepGlossaries\` to be a whole number from 0 up, but received ${keepGlossaries}.`,
    );
  }
  const connection = lazily(async () => {
    const { DeepLClient } = await loadPackage(NAME, "deepl-node", () => import("deepl-node"));
    // Retries and time-outs are made around every engine; the client's own time-out is the longer, as it cannot be aborted.
    return new DeepLClient(authKey, {
      ...(serverUrl ? { serverUrl } : {}),
      maxRetries: 0,
      minTimeout: CLIENT_TIMEOUT_MS,
    });
  });
  const resource = options.glossary && createResource(connection.get, termsOf(options.glossary), keepGlossaries);

  const rateWait = createRateWait();
  const ask = async (
    units: readonly TranslationUnit[],
    mode: Mode,
    signal: AbortSignal | undefined,
    again = true,
  ): Promise<string[]> => {
    signal?.throwIfAborted();
    try {
      const client = await untilAborted(connection.get(), signal);
      const glossary = mode === "glossary" ? await resource!.id(signal) : undefined;
      const request = client.translateText(
        units.map(({ text }) => text),
        "zh",
        targetLanguage,
        {
          ...(mode === "markup" ? { tagHandling: "html" } : {}),
          ...(glossary ? { glossary } : {}),
          ...(sendsContext ? contextOf(units) : {}),
          ...(modelType ? { modelType } : {}),
        },
      );
      const answers = await untilAborted(request, signal);
      rateWait.accepted();
      return answers.map(textOf);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const known = deeplError(error, authKey, rateWait);
      if (mode !== "glossary" || !again || known.facts.status !== 404) throw known;
      resource!.forget();
      return ask(units, mode, signal, false);
    }
  };
  return defineEngine({
    name: NAME,
    model: [targetLanguage, modelType, sendsContext ? undefined : "without context"].filter(Boolean).join(" "),
    carry: resource ? ["native", "markup", "inline"] : ["markup", "inline"],
    limits: { units: 50, bytes: TEXT_BYTES, ...(sendsContext ? { contexts: 1 } : {}), concurrency: 4 },
    translate: (units, { signal }) =>
      inGroups(
        units,
        (unit) => modeOf(unit, resource),
        async (group, mode) => (mode === "none" ? group.map(() => "") : ask(group, mode, signal)),
      ),
  });
}

/** How a unit is sent; `none` leaves it to the next way in which terms travel. */
type Mode = "plain" | "markup" | "glossary" | "none";

function modeOf(unit: TranslationUnit, resource: GlossaryResource | undefined): Mode {
  if (unit.carry === "markup") return "markup";
  if (unit.carry !== "native" || unit.terms.length === 0) return "plain";
  return resource?.covers(unit) ? "glossary" : "none";
}

function contextOf(units: readonly TranslationUnit[]): { context?: string } {
  const contexts = new Set(units.map(({ context }) => context));
  const [context] = contexts;
  return contexts.size === 1 && context ? { context: context.slice(0, CONTEXT_CHARACTERS) } : {};
}

function textOf({ text }: { text: unknown }): string {
  if (typeof text === "string") return text;
  throw protocolError(NAME, "a translation without a text");
}
