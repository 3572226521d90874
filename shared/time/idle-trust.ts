/** What is known of the system's idle time as a source. On Wayland and bare servers it is always 0, or fails. */
export interface IdleTrust {
  /** It was seen to count at least once, and has not failed since. */
  readonly proven: boolean;
  /** Samples in a row that were 0 although nothing happened in the app. */
  readonly idleZeros: number;
}

export const noIdleTrust: IdleTrust = { proven: false, idleZeros: 0 };

/** A source that counts in whole seconds. */
const LEAST_PROOF_MS = 1_000;
const QUIET_MS = 60_000;
const MOST_ZEROS = 12;

/**
 * Judges one sample of the system's idle time. A source is believed only once it has counted, and no longer once it
 * fails or sticks at 0 through a minute without input: then only input in the app counts.
 *
 * @param quietForMs since the last input in the app.
 */
export function judgeIdle(trust: IdleTrust, idleForMs: number | null, quietForMs: number): IdleTrust {
  if (idleForMs === null || !Number.isFinite(idleForMs) || idleForMs < 0) return noIdleTrust;
  if (idleForMs > 0) return { proven: trust.proven || idleForMs >= LEAST_PROOF_MS, idleZeros: 0 };
  const idleZeros = quietForMs > QUIET_MS ? trust.idleZeros + 1 : 0;
  return idleZeros >= MOST_ZEROS ? noIdleTrust : { ...trust, idleZeros };
}
