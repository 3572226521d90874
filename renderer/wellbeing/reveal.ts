import { missingCase } from '../../shared/core/missing-case.ts';

/** How much is unveiled. Each further one is a deliberate act of its own, and only offered after the one before. */
export const revealModes = ['lens', 'grey', 'colour'] as const;
export type RevealMode = (typeof revealModes)[number];

/** Veiled again after this long without a movement. */
export const STILL_LIMIT_MS = 10_000;
/** A toggle, for those who cannot hold, veils by itself. */
export const TOGGLE_LIMIT_MS = 5_000;

/** What of a hidden item is shown. Starts anew with each item. */
export interface Reveal {
  readonly phase: 'hidden' | 'asking' | 'shown';
  readonly mode: RevealMode;
  /** The furthest mode that was shown; the next one may be chosen. */
  readonly reached: number;
  /** Counts what was asked for, so that a late answer to an earlier hold shows nothing. */
  readonly request: number;
  readonly shownAtMs: number;
  readonly movedAtMs: number;
}

export type RevealEvent =
  | { readonly type: 'mode chosen'; readonly mode: RevealMode }
  | { readonly type: 'pressed'; readonly byToggle: boolean }
  | { readonly type: 'released'; readonly byToggle: boolean }
  | { readonly type: 'granted'; readonly request: number; readonly atMs: number }
  | { readonly type: 'refused'; readonly request: number }
  | { readonly type: 'moved'; readonly atMs: number }
  | { readonly type: 'ticked'; readonly atMs: number; readonly byToggle: boolean }
  | { readonly type: 'hide' };

export const hiddenReveal: Reveal = {
  phase: 'hidden',
  mode: 'lens',
  reached: -1,
  request: 0,
  shownAtMs: 0,
  movedAtMs: 0,
};

/** True if this mode may be chosen now. */
export function isOffered(reveal: Reveal, mode: RevealMode): boolean {
  return revealModes.indexOf(mode) <= reveal.reached + 1;
}

/** One step of unveiling. Pure; whatever happens, there is one way back to hidden. */
export function stepReveal(reveal: Reveal, event: RevealEvent): Reveal {
  const hidden: Reveal = reveal.phase === 'hidden' ? reveal : { ...reveal, phase: 'hidden' };
  switch (event.type) {
    case 'mode chosen':
      return isOffered(reveal, event.mode) ? { ...hidden, mode: event.mode } : reveal;
    case 'pressed':
      if (reveal.phase === 'hidden') return { ...reveal, phase: 'asking', request: reveal.request + 1 };
      return event.byToggle ? hidden : reveal;
    case 'released':
      return event.byToggle ? reveal : hidden;
    case 'granted': {
      if (reveal.phase !== 'asking' || event.request !== reveal.request) return reveal;
      const reached = Math.max(reveal.reached, revealModes.indexOf(reveal.mode));
      return { ...reveal, phase: 'shown', reached, shownAtMs: event.atMs, movedAtMs: event.atMs };
    }
    case 'refused':
      return event.request === reveal.request ? hidden : reveal;
    case 'moved':
      return reveal.phase === 'shown' ? { ...reveal, movedAtMs: event.atMs } : reveal;
    case 'ticked': {
      if (reveal.phase !== 'shown') return reveal;
      const still = event.atMs - reveal.movedAtMs >= STILL_LIMIT_MS;
      const over = event.byToggle && event.atMs - reveal.shownAtMs >= TOGGLE_LIMIT_MS;
      return still || over ? hidden : reveal;
    }
    case 'hide':
      return hidden;
    default:
      return missingCase(event);
  }
}

/** A cell of the 3 x 3 grid that the keyboard looks at. */
export interface GridCell {
  readonly column: 0 | 1 | 2;
  readonly row: 0 | 1 | 2;
}

export const middleCell: GridCell = { column: 1, row: 1 };

/** The cell after an arrow key; null for any other key. It stops at the border. */
export function cellAfter(cell: GridCell, code: string): GridCell | null {
  const step = (value: number, by: number) => Math.min(Math.max(value + by, 0), 2) as 0 | 1 | 2;
  switch (code) {
    case 'ArrowLeft':
      return { ...cell, column: step(cell.column, -1) };
    case 'ArrowRight':
      return { ...cell, column: step(cell.column, 1) };
    case 'ArrowUp':
      return { ...cell, row: step(cell.row, -1) };
    case 'ArrowDown':
      return { ...cell, row: step(cell.row, 1) };
    default:
      return null;
  }
}
