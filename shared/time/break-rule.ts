import type { BreakSettings } from './break-settings.ts';
import type { Ledger } from './ledger.ts';

/** The moment a rule is asked at. Rules measure by the ledger; wall time only says what hour of the day it is. */
export interface Moment {
  readonly wallMs: number;
  readonly zone: string;
}

/** What one rule says now. */
export interface RuleAdvice {
  readonly rule: string;
  readonly state: 'none' | 'due' | 'gate';
  /** How long the break is that it asks for. */
  readonly lengthMs: number;
  /** Postponements that may be used now. */
  readonly postponesLeft: number;
}

/**
 * One break rule, one file: a pure function of the ledger (answers and corrections in force), the settings and now.
 *
 * Silent on an empty ledger; more work never makes it weaker, but for a postponement that runs out; a clock that is
 * set changes nothing.
 */
export interface BreakRule {
  readonly name: string;
  advise(ledger: Ledger, settings: BreakSettings, now: Moment): RuleAdvice;
}
