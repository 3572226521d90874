import type { BreakRule } from '../break-rule.ts';
import { workWithin } from '../look-back.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** A week's limit: said at 40 h of work in any 7 x 24 h, new tasks wait from 48 h on (EU Working Time Directive art. 6). */
export const week: BreakRule = {
  name: 'week',
  advise(ledger, settings) {
    const workMs = workWithin(ledger, WEEK_MS);
    const softMs = Math.min(settings.weekSoftMs, settings.weekGateMs);
    return {
      rule: 'week',
      state: workMs === 0 || workMs < softMs ? 'none' : workMs < settings.weekGateMs ? 'due' : 'gate',
      lengthMs: 0,
      resetMs: 0,
      workMs,
      postponesLeft: 0,
      liftable: false,
    };
  },
};
