import type { TranslationServiceClient } from "@google-cloud/translate";
import { EngineError } from "../errors.js";
import { untilAborted } from "./abandon.js";
import { byCarry } from "./carry.js";
import { defineEngine, type Engine, type TranslationUnit } from "./engine.js";
import { bareCause, protocolError, statusError } from "./http.js";
import { modelName } from "./identity.js";
import { lazily } from "./lazy.js";
import { loadPackage } from "./optional.js";
import { fromEnvironment } from "./settings.js";
import { wellFormed } from "./text.js";

/** Settings of Google Cloud Translation. */
export interface GoogleOptions {
  /** Default: the variable GOOGLE_CLOUD_PROJECT, else the project of the credentials. */
  projectId?: string | undefined;
  /** Where the project's resources are. Default `"global"`; a glossary is somewhere else, as in `"us-central1"`. */
  location?: string | undefined;
  /** Default: the variable GOOGLE_APPLICATION_CREDENTIALS, else what Google's client finds on the machine. */
  keyFilename?: string | undefined;
  /** A glossary that exists in the project: its id, or its whole resource name. Default: none. */
  glossary?: string | undefined;
  /** A model: its id, as in `"general/nmt"`, or its whole resource name. Default: Google's own choice. */
  model?: string | undefined;
  /** Passed on to `TranslationServiceClient`: credentials, proxy, `apiEndpoint`. It speaks REST unless `fallback` is false. */
  client?: Record<string, unknown> | undefined;
}

const NAME = "google";
const SETTINGS =
  "`projectId`, `location` and the credentials, or GOOGLE_CLOUD_PROJECT and GOOGLE_APPLICATION_CREDENTIALS";

/**
 * Google Cloud Translation v3, through the package `@google-cloud/translate`.
 *
 * Terms travel in tags (`translate="no"`). Where a glossary is named, its translations are taken instead of the plain
 * ones that come beside them.
 */
export function google(options: GoogleOptions = {}): Engine {
  const { location = "global", glossary, model, keyFilename } = options;
  const projectId = options.projectId ?? fromEnvironment(["GOOGLE_CLOUD_PROJECT"]);
  const connection = lazily<TranslationServiceClient>(async () => {
    const { TranslationServiceClient } = await loadPackage(NAME, "@google-cloud/translate", () =>
      import("@google-cloud/translate").then((module) => module.default),
    );
    return new TranslationServiceClient({
      fallback: true,
      ...(keyFilename ? { keyFilename } : {}),
      ...(projectId ? { projectId } : {}),
      ...options.client,
    });
  });

  const ask = async (units: readonly TranslationUnit[], isMarkup: boolean, signal: AbortSignal | undefined) => {
    try {
      const connected = await untilAborted(connection.get(), signal);
      const parent = `projects/${projectId ?? (await untilAborted(connected.getProjectId(), signal))}/locations/${location}`;
      const call = connected.translateText(
        {
          parent,
          contents: units.map(({ text }) => wellFormed(text)),
          mimeType: isMarkup ? "text/html" : "text/plain",
          sourceLanguageCode: "zh",
          targetLanguageCode: "en",
          ...(model ? { model: resource(parent, "models", model) } : {}),
          ...(glossary ? { glossaryConfig: { glossary: resource(parent, "glossaries", glossary) } } : {}),
        },
        // Retries and time-outs are made around every engine.
        { timeout: 600_000, retry: null },
      );
      const [answer] = await cancellable(call, signal);
      const { translations, glossaryTranslations } = answer;
      return (glossary && glossaryTranslations?.length ? glossaryTranslations : (translations ?? [])).map(textOf);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw googleError(error);
    }
  };
  return defineEngine({
    name: NAME,
    model: model || glossary ? modelOf(model, glossary, { projectId, location }) : undefined,
    carry: ["markup", "inline"],
    limits: { units: 1024, characters: 30_000, concurrency: 4 },
    translate: (units, { signal }) => byCarry(units, (group, isMarkup) => ask(group, isMarkup, signal)),
    close: async () => (await connection.take())?.close(),
  });
}

/** A custom model and a glossary are other ones in another project or place. */
function modelOf(model: string | undefined, glossary: string | undefined, place: Record<string, unknown>): string {
  const named = [model, glossary ? `glossary ${glossary}` : undefined].filter(Boolean).join(", ");
  return modelName(named, place);
}

function resource(parent: string, kind: string, id: string): string {
  return id.startsWith("projects/") ? id : `${parent}/${kind}/${id}`;
}

/** Google's calls have a method `cancel`, of which their type does not tell. */
async function cancellable<T>(call: Promise<T> & { cancel?: () => void }, signal: AbortSignal | undefined): Promise<T> {
  const cancel = () => call.cancel?.();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await call;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

function textOf({ translatedText }: { translatedText?: string | null }): string {
  if (typeof translatedText === "string") return translatedText;
  throw protocolError(NAME, "a translation without `translatedText`");
}

/** HTTP statuses for the codes of gRPC. */
const STATUS_OF_CODE = new Map([
  [3, 400],
  [4, 504],
  [5, 404],
  [7, 403],
  [8, 429],
  [9, 400],
  [13, 500],
  [14, 503],
  [16, 401],
]);

interface GoogleFailure {
  code?: number | string;
  status?: number;
  response?: { status?: number; headers?: Headers };
}

/** Reads an error of Google's client, whose requests and headers, with the token in them, stay behind. */
function googleError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const cause = bareCause(error);
  const { code, status, response } = error as GoogleFailure;
  const known =
    response?.status ?? status ?? (typeof code === "number" ? (STATUS_OF_CODE.get(code) ?? code) : undefined);
  if (error instanceof SyntaxError) return protocolError(NAME, "an answer that is not JSON", cause);
  if (known !== undefined && known >= 300) {
    const retryAfter = response?.headers?.get("retry-after");
    return statusError({ engine: NAME, status: known, retryAfter, reason: cause.message, settings: SETTINGS, cause });
  }
  const isNetwork = typeof code === "string" || cause.name === "FetchError" || cause.name === "TypeError";
  return new EngineError(
    isNetwork ? "engine-unavailable" : "engine-failed",
    `The engine "google" failed: ${cause.message.slice(0, 200)}; check ${SETTINGS}.`,
    { engine: NAME, retryable: isNetwork, cause },
  );
}
