/** Where a hash by FNV-1a, of 32 bits, begins. */
export const HASH_START = 0x811c9dc5;

/** A hash by FNV-1a with a further value in it: a byte, or a UTF-16 code unit. Loops over them stay where the texts are, since one for texts of every kind would be slow for all. */
export const hashWith = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);
