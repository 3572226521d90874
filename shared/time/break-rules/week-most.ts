import type { BreakRule } from '../break-rule.ts';
import { workWithin } from '../look-back.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** The most in any 7 x 24 h: 55 h, where WHO and ILO found strokes and heart disease to rise. Nothing lifts it. */
export const weekMost: BreakRule = {
  name: 'week-most',
  advise(ledger, settings) {
    const workMs = workWithin(ledger, WEEK_MS);
    return {
      rule: 'week-most',
      state: workMs > 0 && workMs >= settings.weekHardMs ? 'gate' : 'none',
      lengthMs: 0,
      resetMs: 0,
      workMs,
      postponesLeft: 0,
      liftable: false,
    };
  },
};
