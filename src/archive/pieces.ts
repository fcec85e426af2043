import { type FileHandle, open } from "node:fs/promises";

/** A file that is read in pieces of known sizes, one after another. */
export interface Pieces {
  /** The next piece; `undefined` where the file ends before it does. The bytes are valid until the next call. */
  next(bytes: number): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

const BLOCK = 1 << 20;

/** Opens a file for reading in pieces; a file that does not exist has none. */
export async function openPieces(path: string): Promise<Pieces> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  let held = Buffer.alloc(0);
  const fill = async (bytes: number) => {
    const block = Buffer.allocUnsafe(Math.max(BLOCK, bytes));
    held.copy(block);
    let length = held.length;
    while (handle && length < bytes) {
      const { bytesRead } = await handle.read(block, length, block.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    held = block.subarray(0, length);
  };
  return {
    async next(bytes) {
      if (held.length < bytes) await fill(bytes);
      if (held.length < bytes) return undefined;
      const piece = held.subarray(0, bytes);
      held = held.subarray(bytes);
      return piece;
    },
    close: async () => handle?.close(),
  };
}
