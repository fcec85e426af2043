/** Gives the items of a source until a signal stops it, even while the source is waiting for input. */
export async function* until<T>(
  items: AsyncIterable<T> | Iterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (!signal) {
    yield* items;
    return;
  }
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let stop = () => {};
  const onAbort = () => stop();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    while (!signal.aborted) {
      // Racing against one promise of the signal's would hold every item until the end.
      const next = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
        stop = () => resolve(undefined);
        Promise.resolve(iterator.next()).then(resolve, reject);
      });
      if (next === undefined || next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    // A source that is waiting for input would answer only when some comes.
    void iterator.return?.();
  }
}

/** The first of some items, and all of them from the beginning. */
export async function withFirst<T>(
  items: AsyncIterable<T> | Iterable<T>,
): Promise<{ first: T | undefined; items: AsyncIterable<T> }> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const beginning = await iterator.next();
  async function* all(): AsyncGenerator<T> {
    try {
      for (let next = beginning; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first: beginning.done ? undefined : beginning.value, items: all() };
}
