import type { LanguageModel } from "ai";
import { EngineError } from "../errors.js";
import type { Engine } from "./engine.js";
import { bareCause, protocolError, statusError } from "./http.js";
import { lazily } from "./lazy.js";
import { type LanguageModelLimits, llmEngine } from "./llm/engine.js";
import type { Prompt } from "./llm/prompt.js";
import { findJson } from "./llm/read.js";
import { loadPackage } from "./optional.js";

export { type OpenAICompatibleOptions, openaiCompatible } from "./openai-compatible.js";

/** Settings of a language model of the AI SDK. */
export interface AiOptions extends LanguageModelLimits {
  /** A model of any provider, as in `openai("gpt-5-mini")`, or the id of one for the AI Gateway. */
  model: LanguageModel;
  /** More settings for the call, as in `{ providerOptions: … }`. Default `{ temperature: 0 }`. */
  settings?: Readonly<Record<string, unknown>> | undefined;
}

const NAME = "ai";
const SETTINGS = "`model`, and its provider's key and address";

/**
 * Any language model of the AI SDK, through the package `ai`.
 *
 * Terms travel as instructions beside the text; a post is data in the user's message and never part of the instructions.
 */
export function ai({ model, settings = { temperature: 0 }, ...limits }: AiOptions): Engine {
  const sdk = lazily(() => loadPackage(NAME, "ai", () => import("ai")));
  const ask = async ({ instructions, input, schema }: Prompt, signal: AbortSignal | undefined): Promise<unknown> => {
    const { generateText, jsonSchema, Output } = await sdk.get();
    const output = Output.object({ schema: jsonSchema(schema) });
    try {
      const result = await generateText({
        ...settings,
        model,
        // Version 7 calls it `instructions`, the versions before it `system`.
        ...{ system: instructions, instructions },
        prompt: input,
        output,
        // Its name in version 5.
        experimental_output: output,
        // Retries are made around every engine.
        maxRetries: 0,
        ...(signal ? { abortSignal: signal } : {}),
      });
      return result.output ?? result.experimental_output;
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      return readFailure(error);
    }
  };
  return llmEngine({ name: NAME, ...identityOf(model, settings) }, limits, ask);
}

/** Settings of a call that change nothing of what a model says. */
const SILENT = new Set(["headers", "abortSignal", "maxRetries", "experimental_telemetry"]);

function identityOf(model: LanguageModel, settings: Readonly<Record<string, unknown>>) {
  const telling = Object.fromEntries(Object.entries(settings).filter(([name]) => !SILENT.has(name)));
  if (typeof model === "string") return { model, settings: { settings: telling } };
  return { model: model.modelId, settings: { provider: model.provider, settings: telling } };
}

interface AiFailure {
  name: string;
  message: string;
  /** What the model wrote, where it was not the object that was asked for. */
  text?: string;
  statusCode?: number;
  responseHeaders?: Record<string, string>;
  responseBody?: string;
  isRetryable?: boolean;
}

/**
 * Reads an error of the AI SDK, by name, so that any version of it will do; the request stays behind.
 *
 * @returns The JSON in what the model wrote, where that is the trouble.
 */
function readFailure(error: unknown): unknown {
  if (error instanceof EngineError) throw error;
  const { name, text, statusCode, responseHeaders, responseBody, isRetryable = false } = error as AiFailure;
  if (name === "AI_NoObjectGeneratedError" || name === "AI_NoOutputGeneratedError") return findJson(text ?? "");
  const cause = bareCause(error);
  if (name === "AI_APICallError" && statusCode !== undefined && statusCode >= 300) {
    const retryAfter = responseHeaders?.["retry-after"];
    // A provider's key is not known here, so what may repeat it stays behind.
    const isAuth = statusCode === 401 || statusCode === 403;
    const said = isAuth ? { reason: "" } : { reason: responseBody || cause.message, cause };
    throw statusError({ engine: NAME, status: statusCode, retryAfter, settings: SETTINGS, ...said });
  }
  if (name === "AI_APICallError" && statusCode !== undefined) {
    throw protocolError(NAME, "an answer that its provider could not read", cause);
  }
  const isSetting = /LoadAPIKey|LoadSetting|NoSuchModel|GatewayAuthentication/.test(name);
  throw new EngineError(
    isSetting ? "engine-auth" : isRetryable ? "engine-unavailable" : "engine-failed",
    `The engine "ai" failed: ${cause.message.slice(0, 200)}; check ${SETTINGS}.`,
    { engine: NAME, retryable: isRetryable, fatal: isSetting, cause },
  );
}
