import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request that a loopback server got. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

/** What a loopback server answers. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is where it is a text or bytes, else as JSON. */
  body?: unknown;
  /** Whether the server hangs up in the middle of it. */
  isCut?: boolean;
}

/** What a server does instead of its duty: says something else, never answers, hangs up, or hangs up in the middle of the answer. */
export type Fault = Answer | "hang" | "drop" | "cut";

/** A server on the loopback interface, and what it was asked. */
export interface Loopback {
  url: string;
  port: number;
  /** The requests so far, in order. */
  seen: Seen[];
  /** What goes wrong next: one fault for each of the next requests. */
  faults: Fault[];
  close(): Promise<void>;
}

/** Starts a server that answers with what `answer` makes of each request. */
export async function startLoopback(answer: (request: Seen) => Answer): Promise<Loopback> {
  const seen: Seen[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      seen.push(asked);
      const fault = faults.shift();
      if (fault === "drop") request.socket.destroy();
      else if (fault === "cut") cut(response, answer(asked));
      else if (fault !== "hang") send(response, fault ?? answer(asked));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const url = new URL(request.url ?? "/", "http://loopback");
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers as Record<string, string>,
    body: await text(request).catch(() => ""),
  };
}

function bytesOf({ body = "" }: Answer): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.isCut) {
    cut(response, answer);
    return;
  }
  const bytes = bytesOf(answer);
  response.writeHead(answer.status ?? 200, {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...answer.headers,
  });
  response.end(bytes);
}

/** Sends half of an answer, and hangs up when it has had time to arrive. */
function cut(response: ServerResponse, answer: Answer): void {
  const bytes = bytesOf(answer);
  response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length, ...answer.headers });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () =>
    setTimeout(() => response.socket?.destroy(), 150),
  );
}
