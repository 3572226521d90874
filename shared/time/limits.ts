/** A beat is written this often while signed on, and at every change (time.md, "Heartbeat"). */
export const HEARTBEAT_MS = 5_000;

/** Most that one beat can credit: a frozen process never looks like work. */
export const CREDIT_LIMIT_MS = 15_000;

/** Clocks that differ by more than this between two beats really differ; less is their resolution (some tick in whole seconds). */
export const CLOCK_TOLERANCE_MS = 2_000;

/** Input at most this long ago: `interacting`. */
export const INTERACTING_MS = 30_000;

/** How long the worker may be in another window (a guideline, a dictionary) and still count as present. */
export const OFF_WINDOW_MS = 120_000;

/** A stretch without input of at most this much beyond what is allowed counts as `inferred` when the worker returns. */
export const INFERRED_LIMIT_MS = 120_000;

/** Stretches shorter than this are not asked about: they are listed, and stay undetermined unless corrected. */
export const QUESTION_FROM_MS = 60_000;
