import type { BreakRule } from '../break-rule.ts';
import { RESET_MS, stretchSince, workIn, workSince } from '../stretch.ts';

/** A rest this long begins a new day for the budget of postponements: it counts events and rest, never dates, so that no clock refills it. */
const NIGHT_MS = 6 * 60 * 60_000;

/**
 * A short rest after continuous screen work (UK HSE display-screen guidance): a banner at 50 min, a gate at 60.
 *
 * A postponement silences it for 10 min of work and moves the gate by as much; one for each break, two a day.
 */
export const rest: BreakRule = {
  name: 'rest',
  advise(ledger, settings) {
    const stretch = stretchSince(ledger, RESET_MS);
    const continuousMs = workIn(stretch.segments);
    const isPostponement = (act: { rule: string; act: string }) => act.rule === 'rest' && act.act === 'postponed';
    const postponed = stretch.acts.findLast(isPostponement);
    const usedToday = stretchSince(ledger, NIGHT_MS).acts.filter(isPostponement).length;
    const silent = postponed !== undefined && workSince(stretch.segments, postponed) < settings.postponeMs;
    const gateMs = settings.restGateMs + (postponed ? settings.postponeMs : 0);
    return {
      rule: 'rest',
      state: silent || continuousMs < settings.restDueMs ? 'none' : continuousMs < gateMs ? 'due' : 'gate',
      lengthMs: settings.restLengthMs,
      postponesLeft: postponed ? 0 : Math.max(0, settings.postponesADay - usedToday),
    };
  },
};
