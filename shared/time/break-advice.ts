import type { BreakRule, Moment, RuleAdvice } from './break-rule.ts';
import * as rules from './break-rules/all.ts';
import type { BreakSettings } from './break-settings.ts';
import type { BreakAct, Ledger } from './ledger.ts';
import { RESET_MS, stretchSince } from './stretch.ts';

/** Every break rule, by name: the order of a namespace's keys differs between hosts. */
export const breakRules: readonly BreakRule[] = Object.values(rules).toSorted((a, b) => (a.name < b.name ? -1 : 1));

const strength = { none: 0, due: 1, gate: 2 } as const;

/** The strictest advice; among equally strict ones the longest break. */
export function strictestAdvice(ledger: Ledger, settings: BreakSettings, now: Moment): RuleAdvice {
  return breakRules
    .map((rule) => rule.advise(ledger, settings, now))
    .reduce((best, next) => {
      const difference = strength[next.state] - strength[best.state];
      return difference > 0 || (difference === 0 && next.lengthMs > best.lengthMs) ? next : best;
    });
}

/** The act that the journal should note now, if any: that a break is due, or that the worker rested without being told. */
export function breakActToNote(ledger: Ledger, advice: RuleAdvice): 'due' | 'rested' | null {
  const due = standingDue(ledger.breakActs.filter((act) => act.rule === advice.rule));
  if (advice.state !== 'none') return due ? null : 'due';
  return due && !stretchSince(ledger, RESET_MS).acts.includes(due) ? 'rested' : null;
}

/** The noted break that has neither been taken nor rested away. A postponed or interrupted one still stands. */
function standingDue(acts: readonly BreakAct[]): BreakAct | undefined {
  const last = acts.findLast(({ act, complete }) => act === 'due' || act === 'rested' || (act === 'ended' && complete));
  return last?.act === 'due' ? last : undefined;
}
