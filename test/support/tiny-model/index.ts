import { type Matrix, matrix, writeModel, writeShortlist } from "./marian.js";
import { piecesOf, SPACE, writeSentencePiece } from "./sentencepiece.js";

/** The words that the tiny model knows. */
const WORDS: [chinese: string, english: string][] = [
  ["你好", "hello"],
  ["世界", "world"],
  ["我", "I"],
  ["我们", "we"],
  ["喜欢", "like"],
  ["发布", "releases"],
  ["新", "new"],
  ["手机", "phone"],
  ["今天", "today"],
  ["明天", "tomorrow"],
  ["下雨", "rain"],
  ["天气", "weather"],
  ["很", "very"],
  ["好", "good"],
  ["去", "go"],
  ["吃饭", "eat"],
  ["的", "of"],
  ["和", "and"],
  ["第", "number"],
  ["名", "place"],
];
const MARKS: [chinese: string, english: string][] = [
  ["。", "."],
  ["，", ","],
  ["！", "!"],
  ["？", "?"],
  ["：", ":"],
];
const DICTIONARY = new Map([...WORDS.map(([zh, en]) => [zh, SPACE + en] as const), ...MARKS]);

/** Numbers of the network: its width, how many frequencies are kept for positions, and how strong each part is. */
const WIDTH = 128;
const HALF = WIDTH / 2;
const FREQUENCIES = 24;
const CODE = 0.35;
const SHARPNESS = 10;
const GAIN = 8;
const INNER = 64;
const INPUT = Math.sqrt(WIDTH) * CODE + 1.2;
const OUTPUT = (GAIN + 1) * INPUT;

/** The files of a model. */
export interface TinyModel {
  model: Buffer;
  lex: Buffer;
  vocab: Buffer;
}

/**
 * Makes a model for the real engine that translates word by word with a small dictionary and copies the rest:
 * 你好，世界。 becomes "hello, world."
 *
 * Nothing is trained. A word and its translation have one code of random signs, in the dimensions that carry no position.
 * The decoder's attention compares positions alone, so that each place of the translation reads the same place of the
 * source; a bias keeps the Chinese half of a pair from being written.
 */
export function makeTinyModel(): TinyModel {
  const pieces = piecesOf(DICTIONARY);
  const ids = new Map(pieces.map(({ text }, id) => [text, id]));
  const translation = pieces.map(({ text }, id) => ids.get(DICTIONARY.get(text) ?? text) ?? id);
  return {
    model: writeModel(network(translation), settings(pieces.length)),
    lex: writeShortlist(translation.map((target, id) => (id > 1 ? [target] : []))),
    vocab: writeSentencePiece(pieces),
  };
}

const carriesPosition = (dimension: number) => dimension % HALF < FREQUENCIES;

function network(translation: readonly number[]): Map<string, Matrix> {
  const codes = randomCodes(translation.length);
  const matrices = new Map<string, Matrix>();
  const square = (name: string, activation: number, strength: number, carries: (dimension: number) => boolean) => {
    const values = matrix(WIDTH, WIDTH, (row, column) => (row === column && carries(row) ? strength : 0));
    matrices.set(name, { ...values, activation });
  };
  const zeros = (name: string, rows: number, columns: number, activation?: number) =>
    matrices.set(name, { ...matrix(rows, columns, () => 0), ...(activation ? { activation } : {}) });
  const attention = (name: string, isCross: boolean) => {
    const position = isCross ? SHARPNESS : 0;
    square(`${name}_Wq`, INPUT, position, carriesPosition);
    square(`${name}_Wk`, INPUT, position, carriesPosition);
    square(`${name}_Wv`, INPUT, isCross ? GAIN : 0, (dimension) => !carriesPosition(dimension));
    for (const bias of ["bq", "bk", "bv"]) zeros(`${name}_${bias}`, 1, WIDTH);
  };
  const feedForward = (name: string, activation: number) => {
    zeros(`${name}_W1`, WIDTH, INNER, activation);
    zeros(`${name}_b1`, 1, INNER);
    zeros(`${name}_W2`, INNER, WIDTH, 1);
    zeros(`${name}_b2`, 1, WIDTH);
  };
  matrices.set("Wemb", {
    ...matrix(translation.length, WIDTH, (id, dimension) => codes[translation[id]!]![dimension]!),
    activation: OUTPUT,
  });
  matrices.set(
    "decoder_ff_logit_out_b",
    matrix(1, translation.length, (_, id) => (translation[id] === id ? 0 : -4000)),
  );
  attention("encoder_l1_self", false);
  feedForward("encoder_l1_ffn", INPUT);
  attention("decoder_l1_self", false);
  attention("decoder_l1_context", true);
  feedForward("decoder_l1_ffn", OUTPUT);
  return matrices;
}

/** A code for each piece: random signs where no position is carried, no two of them much alike. */
function randomCodes(count: number): number[][] {
  const random = randomNumbers(1);
  const free = Array.from({ length: WIDTH }, (_, i) => i).filter((i) => !carriesPosition(i));
  const codes: number[][] = [];
  while (codes.length < count) {
    const code = new Array<number>(WIDTH).fill(0);
    for (const dimension of free) code[dimension] = random() < 0.5 ? -CODE : CODE;
    const agreement = (other: number[]) => free.filter((i) => other[i] === code[i]).length;
    if (codes.every((other) => agreement(other) <= 59)) codes.push(code);
  }
  return codes;
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function settings(vocabulary: number): Record<string, unknown> {
  return {
    "bert-train-type-embeddings": true,
    "bert-type-vocab-size": 2,
    "dec-cell": "gru",
    "dec-cell-base-depth": 2,
    "dec-cell-high-depth": 1,
    "dec-depth": 1,
    "dim-emb": WIDTH,
    "dim-rnn": 1024,
    "dim-vocabs": `\n  - ${vocabulary}\n  - ${vocabulary}`,
    "enc-cell": "gru",
    "enc-cell-depth": 1,
    "enc-depth": 1,
    "enc-type": "bidirectional",
    "input-types": "[]",
    "layer-normalization": false,
    "lemma-dim-emb": 0,
    "output-omit-bias": false,
    "right-left": false,
    skip: false,
    "tied-embeddings": false,
    "tied-embeddings-all": true,
    "tied-embeddings-src": false,
    "transformer-aan-activation": "swish",
    "transformer-aan-depth": 2,
    "transformer-aan-nogate": false,
    "transformer-decoder-autoreg": "self-attention",
    "transformer-dim-aan": 2048,
    "transformer-dim-ffn": INNER,
    "transformer-ffn-activation": "relu",
    "transformer-ffn-depth": 2,
    "transformer-guided-alignment-layer": "last",
    "transformer-heads": 1,
    "transformer-no-projection": true,
    "transformer-pool": false,
    "transformer-postprocess": "da",
    "transformer-postprocess-emb": "d",
    "transformer-postprocess-top": '""',
    "transformer-preprocess": '""',
    "transformer-tied-layers": "[]",
    "transformer-train-position-embeddings": false,
    type: "transformer",
    ulr: false,
    "ulr-dim-emb": 0,
    "ulr-trainable-transformation": false,
    version: "tiny",
  };
}
