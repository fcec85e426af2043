import { APICallError, type LanguageModel } from "ai";

type Model = Exclude<LanguageModel, string> & { specificationVersion: "v3" };
type Options = Parameters<Model["doGenerate"]>[0];

/** A model of the AI SDK that speaks to a server with OpenAI's chats, as providers do it. */
export function modelOverHttp(url: string, key: string): Model {
  return {
    specificationVersion: "v3",
    provider: "loopback",
    modelId: "tiny",
    supportedUrls: {},
    doStream: () => {
      throw new Error("not used");
    },
    doGenerate: async ({ prompt, responseFormat, temperature, abortSignal }: Options) => {
      const schema =
        responseFormat?.type === "json" ? { name: "translations", schema: responseFormat.schema } : undefined;
      const body = {
        model: "tiny",
        temperature,
        messages: prompt.map(({ role, content }) => ({
          role,
          content:
            typeof content === "string" ? content : content.map((part) => (part as { text: string }).text).join(""),
        })),
        ...(schema ? { response_format: { type: "json_schema", json_schema: schema } } : {}),
      };
      const text = await post(`${url}/v1/chat/completions`, key, body, abortSignal);
      return {
        content: [{ type: "text" as const, text }],
        finishReason: { unified: "stop" as const, raw: "stop" },
        usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } } as never,
        warnings: [],
      };
    },
  };
}

async function post(url: string, key: string, body: unknown, signal: AbortSignal | undefined): Promise<string> {
  const facts = { url, requestBodyValues: body };
  const failed = (message: string, more: object) => new APICallError({ message, ...facts, ...more });
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const response = await fetch(url, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
    signal: signal ?? null,
  }).catch((cause: Error) => {
    throw signal?.aborted ? cause : failed("Cannot connect to API", { cause, isRetryable: true });
  });
  const responseHeaders = Object.fromEntries(response.headers);
  const responseBody = await response.text().catch((cause: Error) => {
    throw failed("Cannot connect to API", { cause, isRetryable: true });
  });
  if (!response.ok) throw failed(response.statusText, { statusCode: response.status, responseHeaders, responseBody });
  try {
    return JSON.parse(responseBody).choices[0].message.content;
  } catch (cause) {
    throw failed("Invalid JSON response", { cause, statusCode: response.status, responseHeaders, responseBody });
  }
}
