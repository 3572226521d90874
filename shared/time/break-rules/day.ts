import type { BreakRule } from '../break-rule.ts';
import { agoOf, workWithin } from '../look-back.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * A day's limit: said at 8 h of work in any 24 h, new tasks wait from 10 h on. The worker may lift it, once in 24 h,
 * with a sentence of their own that stays on the machine.
 */
export const day: BreakRule = {
  name: 'day',
  advise(ledger, settings) {
    const workMs = workWithin(ledger, DAY_MS);
    const lifted = ledger.breakActs.some(
      (act) => act.rule === 'day' && act.act === 'lifted' && (agoOf(ledger, act) ?? DAY_MS) < DAY_MS,
    );
    const atGate = workMs > 0 && workMs >= settings.dayGateMs;
    const isDue = workMs > 0 && workMs >= Math.min(settings.daySoftMs, settings.dayGateMs);
    return {
      rule: 'day',
      state: atGate && !lifted ? 'gate' : isDue ? 'due' : 'none',
      lengthMs: 0,
      resetMs: 0,
      workMs,
      postponesLeft: 0,
      liftable: atGate && !lifted,
    };
  },
};
