import type { BreakRule } from '../break-rule.ts';
import { postponedIn } from '../postponing.ts';
import { stretchSince, workIn, workSince } from '../stretch.ts';

/** It is said this long before new tasks wait for it, so that it can be had at a good moment. */
const NOTICE_MS = 30 * 60_000;

/**
 * A long break within six hours of work (EU Working Time Directive art. 4; French Code du travail L3121-16). Short rests
 * and many small absences freeze its count, they never put it off.
 */
export const longBreak: BreakRule = {
  name: 'long-break',
  advise(ledger, settings) {
    const stretch = stretchSince(ledger, settings.longLengthMs);
    const workMs = workIn(stretch.segments);
    const dueMs = Math.max(0, settings.longWithinMs - NOTICE_MS);
    // a short rest that was put off earlier is no postponement of this break
    const { silent, gateLaterMs, left } = postponedIn(
      ledger,
      stretch,
      settings,
      (act) => workMs - workSince(stretch.segments, act) >= dueMs,
    );
    const isDue = workMs > 0 && workMs >= dueMs && !silent;
    return {
      rule: 'long-break',
      state: !isDue ? 'none' : workMs < settings.longWithinMs + gateLaterMs ? 'due' : 'gate',
      lengthMs: settings.longLengthMs,
      resetMs: settings.longLengthMs,
      workMs,
      postponesLeft: left,
      liftable: false,
    };
  },
};
