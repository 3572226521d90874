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
  /** `hint`: a quiet word that passes by itself, asks for nothing and is not noted. */
  readonly state: 'none' | 'hint' | 'due' | 'gate';
  /** How long the break is that it asks for; 0 for a limit, which no break ends. */
  readonly lengthMs: number;
  /** Contiguous rest that settles it without being told; as long as the break unless a shorter one counts. */
  readonly resetMs: number;
  /** The work that the rule has counted: since the last rest, in a day, in a week. */
  readonly workMs: number;
  /** Postponements that may be used now. */
  readonly postponesLeft: number;
  /** True for a gate that the worker may lift, once, with a sentence of their own. */
  readonly liftable: boolean;
}

/**
 * One break rule, one file: a pure function of the ledger (answers and corrections in force), the settings and now.
 *
 * Silent on an empty ledger; more work never makes it weaker, but for a postponement that runs out and a hint that
 * passes; a clock that is set changes nothing.
 */
export interface BreakRule {
  readonly name: string;
  advise(ledger: Ledger, settings: BreakSettings, now: Moment): RuleAdvice;
}
