import { closeSync, fsyncSync, openSync, readSync, truncateSync, writeSync } from "node:fs";
import type { TranslationMemory } from "../engines/memory.js";
import { ArchiveError } from "../errors.js";
import { fileSize, outputError } from "./files.js";
import { createHashIndex, type HashIndex } from "./hash-index.js";
import { acquireLock, type Lock } from "./lock.js";
import { linesIn, wholeLines } from "./whole-lines.js";

/** A translation memory in a file. */
export interface FileMemory extends TranslationMemory {
  /** The translation kept under a key, if there is one. */
  get(key: string): Promise<string | undefined>;
  /** Keeps a translation. */
  set(key: string, value: string): Promise<void>;
  /** Writes everything to the disk for good, and lets another process have the file. */
  close(): Promise<void>;
}

interface Opened {
  file: number;
  size: number;
  lock: Lock;
  /** Where in the file the line of a key begins. */
  places: HashIndex;
}

const NEWLINE = 0x0a;

/**
 * Keeps translations in a file that only grows: a line `["key","translation"]` each. It is made where it does not exist.
 *
 * The file is opened at the first use. Its translations stay on the disk; 20 to 30 bytes of memory a translation say
 * where. A line that was cut off by a kill is dropped. One process at a time may use a file.
 *
 * @throws ArchiveError From `get` and `set`: `archive-locked`; `archive-output`: the file cannot be written, or is
 *   something else than a memory and stays as it is.
 */
export function fileMemory(path: string): FileMemory {
  let opening: Promise<Opened> | undefined;
  const opened = () => {
    if (opening) return opening;
    const trying = open(path);
    opening = trying;
    // What failed may succeed later: another process may let the file go.
    trying.catch(() => {
      if (opening === trying) opening = undefined;
    });
    return trying;
  };
  return {
    async get(key) {
      const { places, file } = await opened();
      const place = places.get(key);
      if (place === undefined) return undefined;
      const [known, value] = readLine(file, place);
      return known === key ? value : undefined;
    },
    async set(key, value) {
      const memory = await opened();
      const bytes = Buffer.from(`${JSON.stringify([key, value])}\n`);
      try {
        for (let written = 0; written < bytes.length; ) {
          written += writeSync(memory.file, bytes, written, bytes.length - written, memory.size + written);
        }
      } catch (error) {
        throw outputError(path, error);
      }
      memory.places.set(key, memory.size);
      memory.size += bytes.length;
    },
    async close() {
      const closing = opening;
      opening = undefined;
      const memory = await closing?.catch(() => undefined);
      if (!memory) return;
      const { file, lock } = memory;
      fsyncSync(file);
      closeSync(file);
      await lock.release();
    },
  };
}

async function open(path: string): Promise<Opened> {
  const lock = await acquireLock(`${path}.lock`);
  try {
    const places = createHashIndex();
    const size = (await fileSize(path)) > 0 ? await indexLines(path, places) : 0;
    const file = openSync(path, size > 0 ? "r+" : "w+");
    return { file, size, lock, places };
  } catch (error) {
    await lock.release();
    throw outputError(path, error);
  }
}

/** Notes where each key's line begins, cuts off what a kill left behind, and gives the size of the rest. */
async function indexLines(path: string, places: HashIndex): Promise<number> {
  let size = 0;
  let left: Buffer = Buffer.alloc(0);
  for await (const bytes of wholeLines(path)) {
    let end = 0;
    for (const [start, stop] of linesIn(bytes)) {
      const key = KEY.exec(bytes.toString("latin1", start, start + 40))?.[1];
      if (key !== undefined) places.set(key, size + start);
      end = stop + 1;
    }
    size += end;
    left = bytes.subarray(end);
  }
  if (places.size === 0 && (size > 0 || !BEGINNING.test(left.toString("latin1", 0, 40)))) throw foreignError(path);
  if (left.length > 0) truncateSync(path, size);
  return size;
}

/** How a line begins; what else a power failure left is no translation. */
const KEY = /^\["([0-9a-f]{32})",/;

/** How a line begins that may have been cut off anywhere. */
const BEGINNING = /^\[?$|^\["[0-9a-f]*(?:$|"(?:$|,))/;

function foreignError(path: string): ArchiveError {
  const what = `${path} holds something else than a translation memory`;
  return new ArchiveError("archive-output", `${what}. Choose another file for the memory.`, { path });
}

const BLOCK = 4096;

function readLine(file: number, place: number): readonly [string?, string?] {
  let bytes: Buffer = Buffer.alloc(0);
  for (;;) {
    const block = Buffer.alloc(BLOCK);
    const read = readSync(file, block, 0, BLOCK, place + bytes.length);
    const end = block.subarray(0, read).indexOf(NEWLINE);
    bytes = Buffer.concat([bytes, block.subarray(0, end < 0 ? read : end)]);
    if (end >= 0 || read === 0) break;
  }
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return [];
  }
}
