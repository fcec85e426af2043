import { type Answer, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

/** What the engine asks of a model, as the model reads it. */
export interface Segment {
  text: string;
  terms: { source: string; target: string }[];
}
export type Segments = Record<string, Segment>;
export type Translations = Record<string, { source: string; target: string }>;

/** What a chat is made of. */
export interface Chat {
  model: string;
  messages: { role: string; content: string }[];
  response_format?: { type: string; json_schema?: { schema: { required: string[] } } };
  temperature?: number;
}

/** A model that does what it is asked: it applies the terms and says "word" for the rest. */
export function obedient(segments: Segments): Translations {
  return Object.fromEntries(
    Object.entries(segments).map(([id, { text, terms }]) => {
      const glossary = new Map(terms.map(({ source, target }) => [source, target]));
      return [id, { source: text, target: gist(text, { glossary }) }];
    }),
  );
}

/** Says what a model writes for the segments that it is given. */
export type Behaviour = (segments: Segments, chat: Chat) => unknown;

/** A server with OpenAI's chats: one that takes some formats of answers only, and a model that behaves as it is told. */
export async function startChat(key: string, formats = ["json_schema", "json_object", "none"]) {
  const chats: Chat[] = [];
  const model = { behaves: obedient as Behaviour };
  const server = await startLoopback(({ method, path, headers, body }: Seen): Answer => {
    if (method !== "POST" || path !== "/v1/chat/completions") return refusal(404, "Not found");
    if (headers.authorization !== `Bearer ${key}`) return refusal(401, `Incorrect API key: ${headers.authorization}`);
    const chat: Chat = JSON.parse(body);
    const format = chat.response_format?.type ?? "none";
    if (!formats.includes(format)) return refusal(400, `This response_format type is unavailable now: ${format}`);
    chats.push(chat);
    const written = model.behaves(JSON.parse(chat.messages.at(-1)!.content).segments, chat);
    return completion(typeof written === "string" ? written : JSON.stringify(written));
  });
  return { ...server, chats, model };
}

/** A chat's answer. */
export function completion(content: string): Answer {
  const message = { role: "assistant", content };
  return { body: { id: "x", object: "chat.completion", choices: [{ index: 0, message, finish_reason: "stop" }] } };
}

function refusal(status: number, message: string): Answer {
  return { status, body: { error: { message, type: "invalid_request_error" } } };
}
