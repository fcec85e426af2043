import { EngineError } from "../../errors.js";
import { protocolError, statusError, unavailable } from "../http.js";
import { aborted } from "./download.js";
import type { ModelPart } from "./models.js";

/** A file to fetch. */
export interface RemoteFile {
  part: ModelPart;
  url: string;
  /** Of the file when it is unpacked, where the list says so. */
  size?: number | undefined;
  sha256?: string | undefined;
}

/** How lists are asked for. */
export interface FetchOptions {
  fetch?: typeof fetch | undefined;
  signal?: AbortSignal | undefined;
}

/** Fetches a JSON text. */
export async function fetchJson(url: string, { fetch: get = fetch, signal }: FetchOptions): Promise<unknown> {
  const settings = "the network, or `from` (`--from`)";
  let text: string;
  try {
    const response = await get(url, signal ? { signal } : {});
    text = await response.text();
    if (!response.ok) throw statusError({ engine: "bergamot", status: response.status, reason: "", settings });
  } catch (error) {
    if (signal?.aborted) throw aborted(signal);
    if (error instanceof EngineError) throw error;
    throw unavailable("bergamot", url, settings, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw protocolError("bergamot", "a list of models that is not JSON", error);
  }
}
