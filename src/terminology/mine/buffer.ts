/**
 * Makes memory for whole numbers that is used again and again, so that batch after batch leaves no garbage: each call gives
 * so many places of it and overwrites what the earlier one gave. What they hold is not cleared.
 */
export function createBuffer(): (size: number) => Int32Array {
  let memory = new Int32Array(0);
  return (size) => {
    if (memory.length < size) memory = new Int32Array(Math.ceil(1.25 * size));
    return memory.subarray(0, size);
  };
}
