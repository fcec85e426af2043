const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Decides how long to leave a server alone that says "too many requests" and not for how long. */
export interface RateWait {
  /** The wait after a refusal, in milliseconds: 1 s, doubled with every refusal after a wait, at most 30 s. */
  refused(now?: number): number;
  /** Begins anew: the server took a request. */
  accepted(): void;
}

/** Makes the waits of one engine; what is refused while a wait is on shares the rest of it. */
export function createRateWait(): RateWait {
  let wait = 0;
  let until = Number.NEGATIVE_INFINITY;
  return {
    refused: (now = Date.now()) => {
      if (now < until) return until - now;
      wait = wait === 0 ? FIRST_MS : Math.min(2 * wait, LONGEST_MS);
      until = now + wait;
      return wait;
    },
    accepted: () => {
      wait = 0;
    },
  };
}
