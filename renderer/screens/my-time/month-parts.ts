import type { MonthView } from '../../../shared/time/month-view.ts';
import type { Look } from './timeline-view.ts';

/** A part of a month's bar, 0-1 of the longest month's length. */
export interface MonthPart {
  readonly look: Extract<Look, 'tasks' | 'around' | 'breaks' | 'undetermined'>;
  readonly from: number;
  readonly to: number;
}

/** Bars that compare: the same length for the same time in every month. What nobody knows stands behind the work. */
export function monthParts(
  months: readonly MonthView[],
): readonly { readonly month: MonthView; readonly parts: readonly MonthPart[] }[] {
  const longestMs = Math.max(1, ...months.map(({ workMs, undeterminedMs }) => workMs + undeterminedMs));
  return months.map((month) => {
    const lengths = [
      ['tasks', month.tasksMs],
      ['around', month.aroundMs],
      ['breaks', month.breaksMs],
      ['undetermined', month.undeterminedMs],
    ] as const;
    let atMs = 0;
    const parts = lengths.map(([look, ms]) => {
      const from = atMs / longestMs;
      atMs += ms;
      return { look, from, to: atMs / longestMs };
    });
    return { month, parts: parts.filter(({ from, to }) => to > from) };
  });
}
