import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { ArgumentError } from "../errors.js";

/** A character that stands for bytes that the encoding has no character for; no valid text contains a lone one. */
const UNDECODABLE = "\udcff";
const HAS_UNDECODABLE = /[\udc80-\udcff]/u;

/** The share of bytes that may be undecodable before an encoding is ruled out. */
const TOLERATED = 0.001;

/** Whether a piece of decoded text contains bytes that the encoding has no character for. */
export function hasUndecodable(text: string): boolean {
  return HAS_UNDECODABLE.test(text);
}

/**
 * Checks the name of an encoding.
 *
 * @throws ArgumentError Where no encoding is called so.
 */
export function checkEncoding(name: string): string {
  if (iconv.encodingExists(name)) return name.toLowerCase();
  throw new ArgumentError(`There is no encoding "${name}"; try utf-8, gbk, gb18030, big5 or utf-16le.`, {
    encoding: name,
  });
}

/**
 * The encoding of a file from its first bytes.
 *
 * A byte order mark decides; then zero bytes in every second place (UTF-16); then UTF-8, where the bytes are valid UTF-8;
 * else GBK or Big5, whichever has more of the byte pairs in the rows of its common characters.
 *
 * @returns `undefined` where the bytes are none of these.
 */
export function detectEncoding(sample: Uint8Array): string | undefined {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > sample.length / 8 && zeros[1]! > 4 * zeros[0]!) return "utf-16le";
  if (zeros[0]! > sample.length / 8 && zeros[0]! > 4 * zeros[1]!) return "utf-16be";
  if (zeros[0]! + zeros[1]! > 0) return undefined;
  if (undecodableUtf8(sample) <= sample.length * TOLERATED) return "utf-8";
  return detectDoubleByte(sample);
}

/** Whether an encoding has no characters in common with UTF-8 but ASCII. */
const IS_UNLIKE_UTF8 = /^(?!utf|ucs|cesu|unicode)/i;

/** So many characters are UTF-8 by chance in no other encoding: of two, 联通 is in GBK. */
const SURE = 16;

/** Whether a file cannot be in the encoding that it is said to be in: its first bytes are UTF-8, and not ASCII alone. */
export function isUtf8Instead(sample: Uint8Array, encoding: string): boolean {
  const characters = sample.reduce((count, byte) => (byte >= 0xc0 ? count + 1 : count), 0);
  return IS_UNLIKE_UTF8.test(encoding) && characters >= SURE && undecodableUtf8(sample) === 0;
}

/** How many bytes are not UTF-8; a character cut off at the end does not count. */
function undecodableUtf8(sample: Uint8Array): number {
  const text = utf8Decoder().write(sample);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) i++;
    else if (unit >= 0xdc80 && unit <= 0xdcff) count++;
  }
  return count;
}

/** GB 2312 keeps its characters at lead bytes A1–F7 and trail bytes from A1; Big5 its common ones at lead bytes A1–C6. */
function detectDoubleByte(sample: Uint8Array): string | undefined {
  let pairs = 0;
  let gbk = 0;
  let big5 = 0;
  let bad = 0;
  for (let i = 0; i + 1 < sample.length; i++) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    const trail = sample[++i]!;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) {
      bad++;
      continue;
    }
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) gbk++;
    if (lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) big5++;
  }
  if (pairs === 0 || bad > pairs * 0.05 || Math.max(gbk, big5) < pairs * 0.5) return undefined;
  return big5 > gbk ? "big5" : "gb18030";
}

/** Turns chunks of bytes into text; characters may be cut by the chunks' ends. */
interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/**
 * Decodes a stream of bytes, without its byte order mark.
 *
 * Bytes that are no character become lone low surrogates, which `hasUndecodable` finds: the record that they are in can
 * be set aside, and the rest read on.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = /^utf-?8$/.test(encoding) ? utf8Decoder() : iconvDecoder(encoding);
  let isStart = true;
  for await (const chunk of bytes) {
    let text = decoder.write(chunk);
    if (text === "") continue;
    if (isStart && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    isStart = false;
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

function iconvDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  // No character of these encodings is U+FFFD: it is what iconv-lite writes for bytes that are none.
  const mark = (text: string) => (text.includes("\ufffd") ? text.replaceAll("\ufffd", UNDECODABLE) : text);
  return {
    write: (bytes) => mark(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    end: () => mark(decoder.end() ?? ""),
  };
}

function utf8Decoder(): Decoder {
  let left = Buffer.alloc(0);
  return {
    write(bytes) {
      const all =
        left.length > 0 ? Buffer.concat([left, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const end = all.length - cutOff(all);
      left = Buffer.from(all.subarray(end));
      return decodeUtf8(all.subarray(0, end));
    },
    end: () => decodeUtf8(left),
  };
}

/** How many bytes at the end begin a character whose rest is still to come. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthFromLead(byte) > back ? back : 0;
  }
  return 0;
}

function lengthFromLead(byte: number): number {
  if (byte >= 0xf0) return 4;
  return byte >= 0xe0 ? 3 : 2;
}

function decodeUtf8(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = endOfValid(bytes, start);
    if (end > start) pieces.push(bytes.toString("utf8", start, end));
    if (end < bytes.length) pieces.push(String.fromCharCode(0xdc00 + bytes[end]!));
    start = end + 1;
  }
  return pieces.join("");
}

/** Where the first byte from `start` stands that no valid character contains. */
function endOfValid(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const length = byte < 0x80 ? 1 : lengthFromLead(byte);
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}
