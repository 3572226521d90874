/** Two presses of Escape within this long mean "hide everything". */
export const TWICE_WITHIN_MS = 500;

/** A key that was pressed. */
export interface KeyPress {
  readonly code: string;
  readonly repeat: boolean;
  readonly atMs: number;
  /** Whether the press ended something that was on its way; known once everybody has heard it. */
  readonly wasTaken: () => boolean;
}

/**
 * Recognises the panic key: F9, or Escape twice; held keys do not count. An Escape that put a pen or a grip away, stopped
 * a drawing or closed a dialog has done what it was pressed for, so the next one is the first again. The press itself is
 * judged at once: only what became of the one before is asked for.
 */
export function makePanicKeys(): (press: KeyPress) => boolean {
  let last: KeyPress | null = null;
  return (press) => {
    if (press.repeat) return false;
    if (press.code === 'F9') return true;
    if (press.code !== 'Escape') {
      last = null;
      return false;
    }
    const twice = last !== null && press.atMs - last.atMs <= TWICE_WITHIN_MS && !last.wasTaken();
    last = twice ? null : press;
    return twice;
  };
}
