import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';

/** What is to be shown about breaks now. */
export type BreakView =
  | { readonly show: 'nothing' }
  | {
      readonly show: 'banner';
      readonly gate: boolean;
      readonly rule: string;
      readonly workMs: number;
      readonly isLimit: boolean;
      readonly liftable: boolean;
      readonly postponesLeft: number;
    }
  | {
      readonly show: 'break';
      readonly kind: 'rest' | 'exposure';
      readonly leftMs: number;
      readonly lengthMs: number;
      readonly over: boolean;
    };

/** Breaks run by the main process's clock; `sinceMs` only moves the countdown between two of its words. */
export function breakViewOf(live: LiveView, sinceMs: number): BreakView {
  const { activity, breakAdvice } = live.time;
  if (activity === 'off') return { show: 'nothing' };
  if (activity === 'break.rest' || activity === 'break.exposure') {
    const leftMs = Math.max(0, breakAdvice.breakLengthMs - breakAdvice.breakElapsedMs - Math.max(0, sinceMs));
    const kind = activity === 'break.rest' ? 'rest' : 'exposure';
    return { show: 'break', kind, leftMs, lengthMs: breakAdvice.breakLengthMs, over: leftMs === 0 };
  }
  if (breakAdvice.state !== 'due' && breakAdvice.state !== 'gate') return { show: 'nothing' };
  return {
    show: 'banner',
    gate: breakAdvice.state === 'gate',
    rule: breakAdvice.rule ?? 'rest',
    workMs: breakAdvice.ruleWorkMs,
    isLimit: breakAdvice.breakLengthMs === 0,
    liftable: breakAdvice.liftable,
    postponesLeft: breakAdvice.postponesLeft,
  };
}
