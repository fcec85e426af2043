/** A matrix of a network, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float32Array;
  /** The largest value that it will be multiplied with; such a matrix is stored in eight bits. */
  activation?: number;
}

/** Makes a matrix of a rule for its values. */
export function matrix(rows: number, columns: number, value: (row: number, column: number) => number): Matrix {
  const values = Float32Array.from({ length: rows * columns }, (_, i) => value(Math.floor(i / columns), i % columns));
  return { rows, columns, values };
}

/** How Marian numbers the types of what is in a file. */
const Type = { float32: 0x404, int8: 0x101, intgemm8: 0x4101 } as const;

interface Item {
  name: string;
  type: number;
  shape: number[];
  data: Buffer;
}

/** Writes a network and its settings as Marian's binary file: headers, names, shapes, then the data in blocks of 256 bytes. */
export function writeModel(matrices: ReadonlyMap<string, Matrix>, settings: Readonly<Record<string, unknown>>): Buffer {
  const yaml = `${Object.entries(settings)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")}\n\0`;
  const items = [
    ...[...matrices].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, values]) => itemsOf(name, values)),
    // Last, as its length is the one that is no multiple of 256.
    { name: "special:model.yml", type: Type.int8, shape: [Buffer.byteLength(yaml)], data: Buffer.from(yaml) },
  ];
  const names = items.map(({ name }) => Buffer.from(`${name}\0`));
  const head = Buffer.concat([
    words(1, items.length),
    ...items.map(({ type, shape, data }, i) => words(names[i]!.length, type, shape.length, data.length)),
    ...names,
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ]);
  const gap = -(head.length + 8) & 0xff;
  return Buffer.concat([head, words(gap), Buffer.alloc(gap), ...items.map(({ data }) => data)]);
}

function itemsOf(name: string, { rows, columns, values, activation }: Matrix): Item[] {
  const shape = [rows, columns];
  if (activation === undefined) return [{ name, type: Type.float32, shape, data: floats(values) }];
  const data = quantized(values, rows, columns, !name.includes("Wemb"));
  const scale = floats(Float32Array.of(127 / activation));
  return [
    { name, type: Type.intgemm8, shape, data },
    { name: `${name}_QuantMultA`, type: Type.float32, shape: [1, 1], data: scale },
  ];
}

/** Eight-bit values and the factor that they were multiplied with; matrices lie transposed, embeddings do not. */
function quantized(values: Float32Array, rows: number, columns: number, transposed: boolean): Buffer {
  const factor = 127 / (values.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1);
  const data = Buffer.alloc(values.length + 4);
  values.forEach((value, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    data.writeInt8(Math.round(value * factor), transposed ? column * rows + row : i);
  });
  data.writeFloatLE(factor, values.length);
  return padded(data);
}

function floats(values: Float32Array): Buffer {
  return padded(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc(-data.length & 0xff)]);
}

function words(...values: number[]): Buffer {
  return Buffer.from(BigUint64Array.from(values, BigInt).buffer);
}

/** Marks a file as a shortlist. */
const SHORTLIST = 0xf11a48d5013417f5n;
const WORD = (1n << 64n) - 1n;

/** Writes a shortlist: for each source id the target ids that the engine may choose from, beside the first few. */
export function writeShortlist(targets: readonly (readonly number[])[], first = 8): Buffer {
  const ids = targets.flat();
  const offsets = [0];
  for (const list of targets) offsets.push(offsets.at(-1)! + list.length);
  const body = Buffer.concat([
    words(first, 1, offsets.length, ids.length),
    words(...offsets),
    Buffer.from(Uint32Array.from(ids).buffer),
  ]);
  const head = Buffer.alloc(16);
  head.writeBigUInt64LE(SHORTLIST, 0);
  head.writeBigUInt64LE(checksum(body), 8);
  return Buffer.concat([head, body]);
}

function checksum(body: Buffer): bigint {
  let sum = 0n;
  for (let at = 0; at + 8 <= body.length; at += 8) {
    sum ^= (body.readBigUInt64LE(at) + 0x9e3779b9n + ((sum << 6n) & WORD) + (sum >> 2n)) & WORD;
  }
  return sum;
}
