import type { BreakSettings } from './break-settings.ts';
import type { BreakAct, Ledger } from './ledger.ts';
import { type Stretch, stretchSince, workSince } from './stretch.ts';

/** A rest this long begins a new day for the budget of postponements: it counts events and rest, never dates, so that no clock refills it. */
const NIGHT_MS = 6 * 60 * 60_000;

/** Where postponing stands within a stretch of work. */
export interface Postponed {
  /** True while the postponement is being used. */
  readonly silent: boolean;
  /** By how much the gate has moved. */
  readonly gateLaterMs: number;
  readonly left: number;
}

/**
 * A postponement silences the breaks that are due for 10 min of work and moves their gates by as much; one for each
 * break, two a day in all.
 *
 * @param counts whether a postponement in the stretch was one of this break.
 */
export function postponedIn(
  ledger: Ledger,
  stretch: Stretch,
  settings: BreakSettings,
  counts: (act: BreakAct) => boolean = () => true,
): Postponed {
  const isPostponement = ({ act }: BreakAct) => act === 'postponed';
  const last = stretch.acts.findLast((act) => isPostponement(act) && counts(act));
  const used = stretchSince(ledger, NIGHT_MS).acts.filter(isPostponement).length;
  return {
    silent: last !== undefined && workSince(stretch.segments, last) < settings.postponeMs,
    gateLaterMs: last ? settings.postponeMs : 0,
    left: last ? 0 : Math.max(0, settings.postponesADay - used),
  };
}
