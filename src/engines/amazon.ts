import type { TranslateClientConfig } from "@aws-sdk/client-translate";
import { EngineError } from "../errors.js";
import { untilAborted } from "./abandon.js";
import { defineEngine, type Engine, type TranslationUnit } from "./engine.js";
import { bareCause, protocolError, statusError } from "./http.js";
import { modelName } from "./identity.js";
import { lazily } from "./lazy.js";
import { loadPackage } from "./optional.js";
import { fromEnvironment } from "./settings.js";
import { wellFormed } from "./text.js";

/** Settings of Amazon Translate. */
export interface AmazonOptions {
  /** Default: the variable AWS_REGION, else the one of the profile. */
  region?: string | undefined;
  /** Default: the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, else what the AWS SDK finds on the machine. */
  credentials?: TranslateClientConfig["credentials"] | undefined;
  /** A custom terminology that exists in the account; Amazon takes one a request. Default: none. */
  terminology?: string | undefined;
  /** `"MASK"`: profane words come back as `?$#@$`. Default: they are translated. */
  profanity?: "MASK" | undefined;
  /** Requests under way at the same time; each holds one text. Default 8. */
  concurrency?: number | undefined;
  /** Passed on to `TranslateClient`: `endpoint`, a request handler, a profile. */
  client?: TranslateClientConfig | undefined;
}

const NAME = "amazon";
const SETTINGS = "`region` and `credentials`, or AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

/**
 * Amazon Translate, through the package `@aws-sdk/client-translate`.
 *
 * It takes one text of 10,000 bytes a request and no terms with it: they travel in tags (`translate="no"`). A terminology
 * of the account is applied beside them where one is named.
 */
export function amazon(options: AmazonOptions = {}): Engine {
  const { region, credentials, terminology, profanity, concurrency = 8 } = options;
  const connection = lazily(async () => {
    const sdk = await loadPackage(NAME, "@aws-sdk/client-translate", () => import("@aws-sdk/client-translate"));
    const client = new sdk.TranslateClient({
      // Retries are made around every engine.
      maxAttempts: 1,
      ...(region ? { region } : {}),
      ...(credentials ? { credentials } : {}),
      ...options.client,
    });
    return { sdk, client };
  });

  const ask = async ({ text }: TranslationUnit, signal: AbortSignal | undefined): Promise<string> => {
    try {
      const { sdk, client } = await untilAborted(connection.get(), signal);
      const command = new sdk.TranslateTextCommand({
        Text: wellFormed(text),
        SourceLanguageCode: "zh",
        TargetLanguageCode: "en",
        ...(terminology ? { TerminologyNames: [terminology] } : {}),
        ...(profanity ? { Settings: { Profanity: profanity } } : {}),
      });
      const { TranslatedText } = await client.send(command, signal ? { abortSignal: signal } : {});
      if (typeof TranslatedText === "string") return TranslatedText;
      throw protocolError(NAME, "an answer without `TranslatedText`");
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw amazonError(error);
    }
  };
  return defineEngine({
    name: NAME,
    model: modelOf(options),
    carry: ["markup", "inline"],
    limits: { units: 1, bytes: 10_000, concurrency },
    translate: async (units, { signal }) => {
      const texts: string[] = [];
      for (const unit of units) texts.push(await ask(unit, signal));
      return texts;
    },
    close: async () => (await connection.take())?.client.destroy(),
  });
}

/** A terminology is another one in another region; what changes nothing is left out. */
function modelOf({ terminology, profanity, region }: AmazonOptions): string | undefined {
  const named = [terminology && `terminology ${terminology}`, profanity && `profanity ${profanity}`].filter(Boolean);
  if (named.length === 0) return undefined;
  const place = terminology ? { region: region ?? fromEnvironment(["AWS_REGION"]) } : {};
  return modelName(named.join(", "), place);
}

/** What Amazon's exceptions mean where their HTTP status, mostly 400, does not tell. */
const STATUS_OF_EXCEPTION = new Map([
  ["ThrottlingException", 429],
  ["TooManyRequestsException", 429],
  ["LimitExceededException", 429],
  ["ProvisionedThroughputExceededException", 429],
  ["AccessDeniedException", 403],
  ["UnrecognizedClientException", 403],
  ["InvalidSignatureException", 403],
  ["ExpiredTokenException", 403],
  ["MissingAuthenticationTokenException", 403],
  ["CredentialsProviderError", 403],
  ["ResourceNotFoundException", 404],
  ["TextSizeLimitExceededException", 413],
  ["ServiceUnavailableException", 503],
]);

interface AwsFailure {
  name: string;
  message: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

/** Reads an error of the AWS SDK; the request, which is signed, and the response stay behind. */
function amazonError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const cause = bareCause(error);
  const { $metadata, $response } = error as AwsFailure;
  const status = STATUS_OF_EXCEPTION.get(cause.name) ?? $metadata?.httpStatusCode;
  if (status !== undefined && status >= 300) {
    const retryAfter = $response?.headers?.["retry-after"];
    const reason = cause.message.startsWith(cause.name) ? cause.message : `${cause.name}: ${cause.message}`;
    return statusError({ engine: NAME, status, retryAfter, reason, settings: SETTINGS, cause });
  }
  if (error instanceof SyntaxError) return protocolError(NAME, "an answer that is not JSON", cause);
  const isSetting = /region|credential/i.test(cause.message);
  return new EngineError(
    isSetting ? "engine-auth" : "engine-unavailable",
    `The engine "amazon" failed: ${cause.message.slice(0, 200)}; check ${SETTINGS}.`,
    { engine: NAME, retryable: !isSetting, fatal: isSetting, cause },
  );
}
