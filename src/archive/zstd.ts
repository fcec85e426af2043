/**
 * Splits a zstd stream into its frames (RFC 8878, 3.1), so that each can be decompressed by itself: Node ends after the
 * first, and before version 24 takes a stream that was cut off for a whole one. Frames to be skipped are left out.
 *
 * Each frame has to be read to its end before the next one.
 *
 * @throws Error With the code `Z_BUF_ERROR` where the stream ends inside a frame, `Z_DATA_ERROR` where none begins.
 */
export async function* zstdFrames(stream: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const reader = readerOf(stream);
  for (let magic = await reader.take(4); magic.length > 0; magic = await reader.take(4)) {
    if (magic.length < 4) throw cutOff();
    const number = magic.readUInt32LE();
    if (number === FRAME) yield restOfFrame(magic, reader);
    else if (number >>> 4 === SKIPPED) await skip(reader);
    else throw Object.assign(new Error("what follows a frame is none"), { code: "Z_DATA_ERROR" });
  }
}

const FRAME = 0xfd2fb528;
/** The magic numbers of frames to be skipped, without their last four bits. */
const SKIPPED = 0x184d2a5;

/** The sizes of fields that two bits of a frame's descriptor choose from. */
const DICTIONARY_ID_SIZES = [0, 1, 2, 4];
const CONTENT_SIZE_SIZES = [0, 2, 4, 8];

async function* restOfFrame(magic: Buffer, reader: Reader): AsyncGenerator<Uint8Array> {
  yield magic;
  const descriptor = await reader.must(1);
  yield descriptor;
  const flags = descriptor[0]!;
  const isSingleSegment = (flags & 0b10_0000) !== 0;
  const contentSize = CONTENT_SIZE_SIZES[flags >>> 6]! || (isSingleSegment ? 1 : 0);
  yield await reader.must((isSingleSegment ? 0 : 1) + DICTIONARY_ID_SIZES[flags & 0b11]! + contentSize);
  for (let isLast = false; !isLast; ) {
    const header = await reader.must(3);
    yield header;
    const facts = header.readUIntLE(0, 3);
    isLast = (facts & 1) !== 0;
    const isRepeatedByte = ((facts >>> 1) & 0b11) === 1;
    yield await reader.must(isRepeatedByte ? 1 : facts >>> 3);
  }
  const hasChecksum = (flags & 0b100) !== 0;
  if (hasChecksum) yield await reader.must(4);
}

async function skip(reader: Reader): Promise<void> {
  let left = (await reader.must(4)).readUInt32LE();
  for (; left > 0; left -= Math.min(left, PIECE)) await reader.must(Math.min(left, PIECE));
}

const PIECE = 65_536;

interface Reader {
  /** The next so many bytes; fewer only where the stream ends. */
  take(size: number): Promise<Buffer>;
  /** The next so many bytes. */
  must(size: number): Promise<Buffer>;
}

function readerOf(stream: AsyncIterable<Uint8Array>): Reader {
  const iterator = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const take = async (size: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    let missing = size;
    while (missing > held.length) {
      pieces.push(held);
      missing -= held.length;
      const { done, value } = await iterator.next();
      held = done ? Buffer.alloc(0) : Buffer.from(value);
      if (done) return Buffer.concat(pieces);
    }
    pieces.push(held.subarray(0, missing));
    held = held.subarray(missing);
    return Buffer.concat(pieces);
  };
  const must = async (size: number): Promise<Buffer> => {
    const bytes = await take(size);
    if (bytes.length < size) throw cutOff();
    return bytes;
  };
  return { take, must };
}

function cutOff(): Error {
  return Object.assign(new Error("unexpected end of file"), { code: "Z_BUF_ERROR" });
}
