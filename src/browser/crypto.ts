const ROUNDS = Uint32Array.from({ length: 64 }, (_, i) => fractionOf(Math.cbrt(primeAt(i))));
const START = Uint32Array.from({ length: 8 }, (_, i) => fractionOf(Math.sqrt(primeAt(i))));

/**
 * Stands in for `node:crypto` in the browser build, whose own hashes answer later than a getter can wait.
 *
 * SHA-256 as FIPS 180-4 has it, of texts in UTF-8, in hexadecimal.
 */
export function createHash(_algorithm: "sha256") {
  let message = "";
  return {
    update(text: string) {
      message += text;
      return this;
    },
    digest: (_encoding: "hex") => sha256(new TextEncoder().encode(message)),
  };
}

function sha256(bytes: Uint8Array): string {
  const state = START.slice();
  const schedule = new Uint32Array(64);
  const padded = pad(bytes);
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = padded.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const early = schedule[i - 15]!;
      const late = schedule[i - 2]!;
      const mixed = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      schedule[i] =
        schedule[i - 16]! + mixed + schedule[i - 7]! + (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10));
    }
    compress(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + ROUNDS[i]! + schedule[i]!) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = state[i]! + word;
  });
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of what stands behind the point. */
function fractionOf(number: number): number {
  return Math.floor((number - Math.floor(number)) * 2 ** 32);
}

/** The prime number at a place, from 0. */
function primeAt(place: number): number {
  let prime = 2;
  for (let found = 0; ; prime++) if (isPrime(prime) && found++ === place) return prime;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}
