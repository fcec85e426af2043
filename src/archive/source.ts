import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline, Readable, type Transform } from "node:stream";
import zlib from "node:zlib";
import { ArchiveError } from "../errors.js";
import { checkEncoding, decode, detectEncoding, isUtf8Instead } from "./encoding.js";
import { zstdFrames } from "./zstd.js";

/** What an archive is read from: the name of a file, `"-"` for standard input, or a stream of bytes with a name. */
export type ArchiveInput = string | ArchiveStream;

/** Bytes of an archive from wherever they come. */
export interface ArchiveStream {
  /** What it is called; its extension may tell the format. */
  name: string;
  /** The bytes, packed or not. */
  stream: AsyncIterable<Uint8Array>;
}

/** An input's text with what was found out about it. */
export interface TextSource {
  /** The name that messages use. */
  file: string;
  /** The encoding it was decoded from. */
  encoding: string;
  /** How it was packed. */
  compression: "none" | "gzip" | "zstd";
  /** The first characters, at most 65,536. */
  sample: string;
  /** The whole text, from its beginning. */
  chunks: AsyncIterable<string>;
}

/** How an input is opened. */
export interface SourceOptions {
  /** The encoding's name. Default: detected from the first bytes. */
  encoding?: string | undefined;
  /** Told of every piece of the input as it is read: its size in bytes, before decompression. */
  onBytes?: ((bytes: number) => void) | undefined;
}

const SAMPLE = 65_536;

/**
 * Opens an input: decompresses by the first bytes, finds the encoding, decodes.
 *
 * @throws ArchiveError `archive-input`: there is no such file, it is a directory, empty, or cannot be read; its encoding
 *   is none that is detected, or not the one that is named; or it is compressed in a way that this Node cannot undo.
 */
export async function openSource(input: ArchiveInput, options: SourceOptions = {}): Promise<TextSource> {
  const file = nameOf(input);
  const raw = await peek(naming(file, counted(await bytesOf(input), options.onBytes)), 4);
  const compression = compressionOf(Buffer.concat(raw.head));
  const plain = await peek(decompress(raw.stream, compression, file), SAMPLE);
  const start = Buffer.concat(plain.head).subarray(0, SAMPLE);
  if (start.length === 0) throw inputError(file, "is empty");
  const encoding = options.encoding ? checkEncoding(options.encoding) : detectEncoding(start);
  if (!encoding) {
    const advice = "is in no encoding that can be detected; name it: `encoding`, or --encoding gbk";
    throw inputError(file, advice);
  }
  if (isUtf8Instead(start, encoding)) {
    throw inputError(file, `is UTF-8 and cannot be read as ${encoding}: leave out \`encoding\` (--encoding)`);
  }
  const text = await peek(decode(plain.stream, encoding), SAMPLE);
  return { file, encoding, compression, sample: text.head.join("").slice(0, SAMPLE), chunks: text.stream };
}

/** The name that messages use for an input. */
export function nameOf(input: ArchiveInput): string {
  if (typeof input !== "string") return input.name;
  return input === "-" ? "standard input" : input;
}

/** The short name that ids are made of: a file's without its folder. */
export function shortNameOf(file: string): string {
  return file === "standard input" ? "stdin" : basename(file);
}

/** The size of an input in bytes where it is a file. */
export async function sizeOf(input: ArchiveInput): Promise<number | undefined> {
  if (typeof input !== "string" || input === "-") return undefined;
  try {
    const facts = await stat(input);
    if (facts.isDirectory()) throw inputError(input, "is a directory; name the files in it");
    return facts.isFile() ? facts.size : undefined;
  } catch (error) {
    throw asInputError(input, error);
  }
}

/** An error about an input. */
export function inputError(file: string, what: string, cause?: unknown): ArchiveError {
  return new ArchiveError("archive-input", `${file} ${what}.`, { file }, cause);
}

function asInputError(file: string, error: unknown): unknown {
  if (error instanceof ArchiveError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return inputError(file, "cannot be read: there is no such file", error);
  if (code === "EACCES" || code === "EPERM") return inputError(file, "cannot be read: permission denied", error);
  if (/^Z(?:STD)?_/.test(code ?? "")) return inputError(file, `is damaged or cut off (${message})`, error);
  return inputError(file, `cannot be read: ${message}`, error);
}

async function bytesOf(input: ArchiveInput): Promise<AsyncIterable<Uint8Array>> {
  if (typeof input !== "string") return input.stream;
  if (input === "-") return process.stdin;
  await sizeOf(input);
  return createReadStream(input, { highWaterMark: 262_144 });
}

async function* counted(stream: AsyncIterable<Uint8Array>, onBytes: ((bytes: number) => void) | undefined) {
  for await (const chunk of stream) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

async function* naming(file: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw asInputError(file, error);
  }
}

function compressionOf(head: Uint8Array): TextSource["compression"] {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? "zstd" : "none";
}

type MakeStream = () => Transform;

function decompress(
  stream: AsyncIterable<Uint8Array>,
  compression: TextSource["compression"],
  file: string,
): AsyncIterable<Uint8Array> {
  if (compression === "none") return stream;
  const zstd = (zlib as { createZstdDecompress?: MakeStream }).createZstdDecompress;
  const make: MakeStream | undefined = compression === "gzip" ? zlib.createGunzip : zstd;
  if (!make) throw inputError(file, "is compressed by zstd, which Node can read from 22.15 on; unpack it first");
  return naming(file, compression === "gzip" ? through(stream, make()) : throughEach(zstdFrames(stream), make));
}

async function* throughEach(streams: AsyncIterable<AsyncIterable<Uint8Array>>, make: MakeStream) {
  for await (const stream of streams) yield* through(stream, make());
}

async function* through(stream: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array> {
  // The callback receives errors of either end, which reading on from the transform throws as well.
  pipeline(Readable.from(stream), transform, () => {});
  yield* transform as AsyncIterable<Uint8Array>;
}

/** The first chunks of a stream, of at least `size` together where it has so much, and the stream from its beginning. */
export async function peek<T extends { length: number }>(stream: AsyncIterable<T>, size: number) {
  const iterator = stream[Symbol.asyncIterator]();
  const head: T[] = [];
  for (let length = 0; length < size; length += head.at(-1)!.length) {
    const { done, value } = await iterator.next();
    if (done) break;
    head.push(value);
  }
  return { head: [...head], stream: resumed(head, iterator) };
}

async function* resumed<T>(chunks: T[], iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
