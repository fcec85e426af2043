/** A piece of a SentencePiece vocabulary; its place in the list is its id. */
export interface Piece {
  text: string;
  /** The higher, the sooner it is chosen. */
  score: number;
  type: PieceType;
}

/** Kinds of pieces, as SentencePiece numbers them. */
export const PieceType = { normal: 1, unknown: 2, control: 3, byte: 6 } as const;
export type PieceType = (typeof PieceType)[keyof typeof PieceType];

/** Stands for the space before a word. */
export const SPACE = "\u2581";

/** The pieces of a dictionary, of printable ASCII, and of every byte, so that any text can be written with them. */
export function piecesOf(dictionary: ReadonlyMap<string, string>): Piece[] {
  const pieces = new Map<string, Piece>();
  const add = (text: string, score: number, type: PieceType = PieceType.normal) => {
    if (!pieces.has(text)) pieces.set(text, { text, score, type });
  };
  add("</s>", 0, PieceType.control);
  add("<unk>", 0, PieceType.unknown);
  for (let byte = 0; byte < 256; byte++) {
    add(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`, 0, PieceType.byte);
  }
  add(SPACE, -3);
  for (const word of [...dictionary.keys(), ...dictionary.values()]) add(word, -4);
  for (let code = 0x21; code < 0x7f; code++) add(String.fromCharCode(code), -8);
  // The engine multiplies matrices in blocks of eight rows.
  while (pieces.size % 8 !== 0) add(`${SPACE}pad${pieces.size}`, -90);
  return [...pieces.values()];
}

/** Writes a vocabulary as SentencePiece does: one protobuf message of pieces, trainer settings and normaliser settings. */
export function writeSentencePiece(pieces: readonly Piece[]): Buffer {
  const trainer = [int(3, 1), int(4, pieces.length), int(35, 1), int(40, 1), minusOne(41), int(42, 0), minusOne(43)];
  const normalizer = [bytes(1, Buffer.from("identity")), int(3, 1), int(4, 1), int(5, 1)];
  return Buffer.concat([
    ...pieces.map(({ text, score, type }) =>
      bytes(1, Buffer.concat([bytes(1, Buffer.from(text)), float(2, score), int(3, type)])),
    ),
    bytes(2, Buffer.concat(trainer)),
    bytes(3, Buffer.concat(normalizer)),
  ]);
}

function varint(value: number): Buffer {
  const digits: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) digits.push((rest % 0x80) | 0x80);
  return Buffer.from([...digits, rest]);
}

function int(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

/** -1 as protobuf writes it: ten bytes, the sign in all of them. */
function minusOne(field: number): Buffer {
  return Buffer.concat([varint(field * 8), Buffer.from([...Array(9).fill(0xff), 1])]);
}

function float(field: number, value: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeFloatLE(value);
  return Buffer.concat([varint(field * 8 + 5), number]);
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
}
