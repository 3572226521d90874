import type { Say } from '../../shared/i18n/say.ts';
import type { Format } from '../ui/format.ts';
import type { BreakView } from './break-view.ts';

type Banner = Extract<BreakView, { readonly show: 'banner' }>;

/** What a rule says, in one sentence. */
export function breakWords({ rule, gate, workMs }: Banner, say: Say, format: Format): string {
  const time = format.duration(workMs);
  switch (rule) {
    case 'long-break':
      return say(gate ? 'break.longGate' : 'break.longDue', { time });
    case 'day':
      return say(gate ? 'break.dayGate' : 'break.dayDue', { time });
    case 'week':
    case 'week-most':
      return say(gate ? 'break.weekGate' : 'break.weekDue', { time });
    default:
      return say(gate ? 'break.gate' : 'break.due', { time });
  }
}

/** What stops at a gate, and what does not; empty while nothing stops. */
export function gateWords({ rule, gate, isLimit }: Banner, say: Say): string {
  if (!gate) return '';
  if (rule === 'week-most') return say('break.weekMostHint');
  return say(isLimit ? 'break.limitHint' : 'break.gateHint');
}
