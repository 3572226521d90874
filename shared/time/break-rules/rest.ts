import type { BreakRule } from '../break-rule.ts';
import { postponedIn } from '../postponing.ts';
import { RESET_MS, stretchSince, workIn } from '../stretch.ts';

/** A short rest after continuous screen work (UK HSE display-screen guidance): a banner at 50 min, a gate at 60. */
export const rest: BreakRule = {
  name: 'rest',
  advise(ledger, settings) {
    const stretch = stretchSince(ledger, RESET_MS);
    const workMs = workIn(stretch.segments);
    const { silent, gateLaterMs, left } = postponedIn(ledger, stretch, settings);
    const gateMs = settings.restGateMs + gateLaterMs;
    return {
      rule: 'rest',
      state: silent || workMs < settings.restDueMs ? 'none' : workMs < gateMs ? 'due' : 'gate',
      lengthMs: settings.restLengthMs,
      resetMs: RESET_MS,
      workMs,
      postponesLeft: left,
      liftable: false,
    };
  },
};
