/** Something that is made when it is first needed. */
export interface Lazy<T> {
  /** Makes it, or gives what was made; a failure is not remembered. */
  get(): Promise<T>;
  /** Gives it up, for whoever frees it; undefined where it was never made, or failed to be. The next `get` makes another. */
  take(): Promise<T | undefined>;
}

/** Makes something when it is first needed, once for all who ask. */
export function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | undefined;
  return {
    get: () => {
      if (made) return made;
      const making = make();
      made = making;
      making.catch(() => {
        if (made === making) made = undefined;
      });
      return making;
    },
    take: async () => {
      const given = made;
      made = undefined;
      return given?.catch(() => undefined);
    },
  };
}
