import { z } from "zod";
import { EngineError } from "../errors.js";
import type { Engine } from "./engine.js";
import { postJson, protocolError } from "./http.js";
import { type LanguageModelLimits, llmEngine } from "./llm/engine.js";
import type { Prompt } from "./llm/prompt.js";
import { findJson } from "./llm/read.js";
import { endpoint, fromEnvironment, requiredSetting } from "./settings.js";

/** Settings of a server with OpenAI's interface: Ollama, vLLM, llama.cpp, DeepSeek, Qwen, OpenAI and many more. */
export interface OpenAICompatibleOptions extends LanguageModelLimits {
  /** Where `/chat/completions` is. Default: the variable OPENAI_BASE_URL, else Ollama's, `http://localhost:11434/v1`. */
  baseURL?: string | undefined;
  /** The model, as the server calls it. Default: the variable OPENAI_MODEL. */
  model?: string | undefined;
  /** Default: the variable OPENAI_API_KEY, but only where the address is not an option: a key goes nowhere unasked. */
  apiKey?: string | undefined;
  /** More members of the request's body, as in `{ reasoning_effort: "low" }`. Default `{ temperature: 0 }`. */
  parameters?: Readonly<Record<string, unknown>> | undefined;
  /** How requests are made. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

const NAME = "openai-compatible";
const SETTINGS = "`baseURL`, `model` and `apiKey`, or OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_API_KEY";

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** Ways to ask for JSON, the strictest first; a server that refuses one is asked in the next from then on. */
const FORMATS: readonly ((schema: Prompt["schema"]) => object)[] = [
  (schema) => ({
    response_format: { type: "json_schema", json_schema: { name: "translations", strict: true, schema } },
  }),
  () => ({ response_format: { type: "json_object" } }),
  () => ({}),
];
const REFUSES_FORMAT = /response_format|json_schema|json_object|structured|schema/i;

/**
 * Any server with OpenAI's interface for chats, with no package.
 *
 * Terms travel as instructions beside the text; a post is data in the user's message and never part of the instructions.
 *
 * @throws ArgumentError where there is no model, or `baseURL` is no address.
 */
export function openaiCompatible(options: OpenAICompatibleOptions = {}): Engine {
  const { parameters = { temperature: 0 } } = options;
  const model = requiredSetting(NAME, "model", options.model, ["OPENAI_MODEL"]);
  const baseURL = options.baseURL ?? fromEnvironment(["OPENAI_BASE_URL"]) ?? "http://localhost:11434/v1";
  const url = endpoint(NAME, "baseURL", baseURL, "chat/completions");
  const apiKey = options.apiKey ?? (options.baseURL === undefined ? fromEnvironment(["OPENAI_API_KEY"]) : undefined);
  let format = 0;

  const ask = async (prompt: Prompt, signal: AbortSignal | undefined): Promise<unknown> => {
    const tried = format;
    try {
      const answer = await postJson({
        engine: NAME,
        url,
        headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
        body: {
          model,
          messages: [
            { role: "system", content: prompt.instructions },
            { role: "user", content: prompt.input },
          ],
          ...FORMATS[tried]!(prompt.schema),
          ...parameters,
        },
        signal,
        settings: SETTINGS,
        secrets: [apiKey],
        fetch: options.fetch,
      });
      const read = answerSchema.safeParse(answer);
      if (!read.success) throw protocolError(NAME, "an answer without `choices`", read.error);
      return findJson(read.data.choices[0]!.message.content ?? "");
    } catch (error) {
      if (!refusesFormat(error) || tried + 1 >= FORMATS.length) throw error;
      format = Math.max(format, tried + 1);
      return ask(prompt, signal);
    }
  };
  return llmEngine({ name: NAME, model, settings: { server: url.host + url.pathname, parameters } }, options, ask);
}

function refusesFormat(error: unknown): boolean {
  if (!(error instanceof EngineError)) return false;
  const { status } = error.facts;
  return (status === 400 || status === 422) && REFUSES_FORMAT.test(error.message);
}
