/** V8 looks through its heap again when the array buffers of a program have grown by this much, in bytes. */
const NOTICED = 64 * 2 ** 20;

/**
 * Has the garbage of a batch collected soon.
 *
 * A batch lives long enough to be taken for something that stays, and V8 lets what stays grow to four times what really does
 * before it looks; only memory outside its heap makes it look earlier. The buffer is never written, so that no memory is
 * taken for it.
 */
export function collectSoon(): void {
  try {
    new ArrayBuffer(NOTICED);
  } catch {
    // Where so much cannot be had the heap is looked through all the same.
  }
}
