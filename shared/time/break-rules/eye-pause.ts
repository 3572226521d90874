import type { BreakRule } from '../break-rule.ts';
import { RESET_MS, stretchSince, workIn } from '../stretch.ts';

/** Look far away for 20 s every 20 min of work: a silent hint, never a gate (20-20-20; the evidence is mixed). */
export const eyePause: BreakRule = {
  name: 'eye-pause',
  advise(ledger, settings) {
    const { eyePauseEveryMs: everyMs, eyePauseLengthMs: lengthMs } = settings;
    const workMs = workIn(stretchSince(ledger, RESET_MS).segments);
    const isTime = everyMs !== null && workMs >= everyMs && workMs % everyMs < lengthMs;
    return {
      rule: 'eye-pause',
      state: isTime ? 'hint' : 'none',
      lengthMs,
      resetMs: RESET_MS,
      workMs,
      postponesLeft: 0,
      liftable: false,
    };
  },
};
