import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import pRetry, { AbortError } from "p-retry";
import { EngineError } from "../../errors.js";
import { protocolError, statusError, unavailable } from "../http.js";
import { storageError } from "./storage.js";

/** How a file is fetched. */
export interface DownloadOptions {
  fetch?: typeof fetch | undefined;
  signal?: AbortSignal | undefined;
  /** Hears the bytes that are there, and how many there will be where the server says so. */
  onProgress?: ((received: number, total: number | undefined) => void) | undefined;
  /** How often a download that broke off is taken up again, without being called anew. */
  retries: number;
  /** The wait before that, in milliseconds, doubled each time. */
  retryDelayMs: number;
}

const SETTINGS = "the network, or `from` (`--from`)";

/**
 * Downloads a file, and goes on where an earlier download of it broke off: the rest is asked for with `Range`, and with
 * `If-Range`, so that a file that changed since then is fetched whole.
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<void> {
  await pRetry(
    async () => {
      try {
        await attempt(url, file, options);
      } catch (error) {
        if (options.signal?.aborted) throw new AbortError(aborted(options.signal));
        const refused = storageError(error);
        if (refused) throw new AbortError(refused);
        if (error instanceof EngineError && !error.retryable) throw new AbortError(error);
        throw error instanceof EngineError ? error : unavailable("bergamot", url, SETTINGS, error);
      }
    },
    { retries: options.retries, minTimeout: options.retryDelayMs },
  );
}

async function attempt(url: string, file: string, { fetch: get = fetch, signal, onProgress }: DownloadOptions) {
  const mark = `${file}.etag`;
  const have = await sizeOf(file);
  const etag = await readFile(mark, "utf8").catch(() => "");
  const headers: Record<string, string> = have > 0 && etag ? { range: `bytes=${have}-`, "if-range": etag } : {};
  const response = await get(url, { headers, ...(signal ? { signal } : {}) });
  if (response.status === 416) {
    // The server holds less than what is here: it is another file, or all of it is here and was never used.
    await discard(file);
    throw protocolError("bergamot", "no rest of a file of which there is more");
  }
  if (!response.ok || !response.body)
    throw statusError({ engine: "bergamot", status: response.status, reason: "", settings: SETTINGS });
  const start = response.status === 206 ? rangeStart(response) : 0;
  if (response.status === 206 && start !== have) {
    await discard(file);
    throw protocolError("bergamot", "another part of the file than the one that it was asked for");
  }
  await writeFile(mark, strongEtag(response));
  // An encoding is taken off on the way, so its length says nothing of what arrives.
  const length = response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length"));
  const total = length > 0 ? start + length : undefined;
  let received = start;
  const handle = await open(file, start > 0 ? "a" : "w");
  try {
    for await (const chunk of response.body) {
      await handle.appendFile(chunk);
      received += chunk.length;
      onProgress?.(received, total);
    }
  } finally {
    await handle.close();
  }
  if (total !== undefined && received !== total) throw protocolError("bergamot", `${received} bytes of ${total}`);
  await rm(mark, { force: true });
}

/** Removes what was downloaded, so that the next attempt begins anew. */
export async function discard(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}.etag`, { force: true });
}

/** Somebody gave up waiting. */
export function aborted(signal: AbortSignal): EngineError {
  return new EngineError("aborted", "The download was aborted; the next one goes on where it stopped.", {
    engine: "bergamot",
    cause: signal.reason,
  });
}

/** A weak tag says nothing of single bytes. */
function strongEtag(response: Response): string {
  const etag = response.headers.get("etag") ?? "";
  return etag.startsWith("W/") ? "" : etag;
}

function rangeStart(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? Number.NaN);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
