/** Two presses of Escape within this long mean "hide everything". */
export const TWICE_WITHIN_MS = 500;

/** Recognises the panic key: F9, or Escape twice. Keeps the time of the last Escape; held keys do not count. */
export function makePanicKeys(): (press: {
  readonly code: string;
  readonly repeat: boolean;
  readonly atMs: number;
}) => boolean {
  let lastEscapeMs = Number.NEGATIVE_INFINITY;
  return ({ code, repeat, atMs }) => {
    if (repeat) return false;
    if (code === 'F9') return true;
    if (code !== 'Escape') {
      lastEscapeMs = Number.NEGATIVE_INFINITY;
      return false;
    }
    const twice = atMs - lastEscapeMs <= TWICE_WITHIN_MS;
    lastEscapeMs = twice ? Number.NEGATIVE_INFINITY : atMs;
    return twice;
  };
}
