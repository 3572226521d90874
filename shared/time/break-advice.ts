import type { BreakRule, Moment, RuleAdvice } from './break-rule.ts';
import * as rules from './break-rules/all.ts';
import type { BreakSettings } from './break-settings.ts';
import type { BreakAct, Ledger } from './ledger.ts';
import { stretchSince } from './stretch.ts';

/** Every break rule, by name: the order of a namespace's keys differs between hosts. */
export const breakRules: readonly BreakRule[] = Object.values(rules).toSorted((a, b) => (a.name < b.name ? -1 : 1));

const strength = { none: 0, hint: 0, due: 1, gate: 2 } as const;

/**
 * The strictest advice. Among equal gates a limit speaks first, since no break opens it; else the longest break, then the wider limit.
 */
export function strictestAdvice(ledger: Ledger, settings: BreakSettings, now: Moment): RuleAdvice {
  return breakRules
    .map((rule) => rule.advise(ledger, settings, now))
    .reduce((best, next) => (beats(next, best) ? next : best));
}

/** The quiet word of a rule that only hints, if any: what it has counted. */
export function hintOf(ledger: Ledger, settings: BreakSettings, now: Moment): { rule: string; ms: number } | null {
  const hint = breakRules.map((rule) => rule.advise(ledger, settings, now)).find(({ state }) => state === 'hint');
  return hint ? { rule: hint.rule, ms: hint.workMs } : null;
}

function beats(next: RuleAdvice, best: RuleAdvice): boolean {
  if (strength[next.state] !== strength[best.state]) return strength[next.state] > strength[best.state];
  const isLimit = (advice: RuleAdvice) => advice.lengthMs === 0;
  if (next.state === 'gate' && isLimit(next) !== isLimit(best)) return isLimit(next);
  return next.lengthMs >= best.lengthMs;
}

/** An act that the journal should note now. */
export interface ActToNote {
  readonly act: 'due' | 'rested';
  readonly rule: string;
  readonly lengthMs: number;
}

/**
 * What the journal should note now: breaks that are due, and breaks that the worker took without being told. Limits and
 * hints ask for no break.
 */
export function breakActsToNote(ledger: Ledger, settings: BreakSettings, now: Moment): readonly ActToNote[] {
  return breakRules.flatMap((each): ActToNote[] => {
    const { rule, state, lengthMs, resetMs } = each.advise(ledger, settings, now);
    if (lengthMs === 0 || state === 'hint') return [];
    const due = standingDue(ledger.breakActs.filter((act) => act.rule === rule));
    if (state !== 'none') return due ? [] : [{ act: 'due', rule, lengthMs }];
    const rested = due && !stretchSince(ledger, resetMs).acts.includes(due);
    return rested ? [{ act: 'rested', rule, lengthMs }] : [];
  });
}

/** The noted break that has neither been taken nor rested away. A postponed or interrupted one still stands. */
function standingDue(acts: readonly BreakAct[]): BreakAct | undefined {
  const last = acts.findLast(({ act, complete }) => act === 'due' || act === 'rested' || (act === 'ended' && complete));
  return last?.act === 'due' ? last : undefined;
}
