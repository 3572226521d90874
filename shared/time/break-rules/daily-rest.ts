import type { BreakRule } from '../break-rule.ts';
import { restBefore, stretchSince, workIn } from '../stretch.ts';

/** A rest of this length is taken for a night, so that a long lunch warns of nothing. */
const NIGHT_MS = 5 * 60 * 60_000;
/** The word stands while the first minutes of the new day are worked, then it passes. */
const SAID_FOR_MS = 15 * 60_000;

/** Less than 11 h since the last work (EU Working Time Directive art. 3): said at the start of the day, stops nothing. */
export const dailyRest: BreakRule = {
  name: 'daily-rest',
  advise(ledger, settings) {
    const stretch = stretchSince(ledger, NIGHT_MS);
    const workMs = workIn(stretch.segments);
    const restMs = restBefore(ledger, stretch);
    const short = restMs !== null && restMs < settings.dailyRestMs;
    return {
      rule: 'daily-rest',
      state: short && workMs > 0 && workMs < SAID_FOR_MS ? 'hint' : 'none',
      lengthMs: 0,
      resetMs: 0,
      workMs: restMs ?? 0,
      postponesLeft: 0,
      liftable: false,
    };
  },
};
