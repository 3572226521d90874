import { AppError } from '../../../shared/core/errors.ts';
import { isBreak } from '../../../shared/time/activity.ts';
import { breakActsToNote, strictestAdvice } from '../../../shared/time/break-advice.ts';
import type { RuleAdvice } from '../../../shared/time/break-rule.ts';
import type { BreakSettings } from '../../../shared/time/break-settings.ts';
import type { BreakActKind } from '../../../shared/time/journal-record.ts';
import { placeAt } from '../../../shared/time/open-session.ts';
import type { History } from './history.ts';
import type { MakeEvent, Recorder } from './recorder.ts';
import { type Doing, initialState } from './worker-state.ts';

/** After the panic key or an exposure cap (wellbeing.md, "Blur and reveal"). */
const EXPOSURE_BREAK_MS = 5 * 60_000;

export type BreakKind = 'rest' | 'exposure';

/** The worker's breaks: begun, ended and postponed by them, noted when due. */
export interface Breaks {
  isOn(): boolean;
  /** True once the running break has had its length, by the boot clock. */
  isOver(): boolean;
  start(kind: BreakKind): void;
  /** Ends the running break, if any, and goes on with `next`, or with what was on before. */
  end(next?: Doing): void;
  postpone(): void;
  /** Opens a day's gate. @throws BAD_INPUT when no gate stands that may be lifted. */
  lift(): void;
  /** Writes down that a break is due, or that the worker rested without being told; once each. */
  note(): void;
}

export function createBreaks(recorder: Recorder, history: History, breakSettings: () => BreakSettings): Breaks {
  const advice = (): RuleAdvice => strictestAdvice(history.inForce(), breakSettings(), recorder.now());
  const isOn = () => isBreak(recorder.state().doing.activity);
  const isOver = () => {
    const open = history.open();
    const startedAtMs = open?.rest.startedAtMs ?? null;
    return open !== null && startedAtMs !== null && placeAt(open, recorder.now()) - startedAtMs >= open.rest.lengthMs;
  };
  const end = (next?: Doing): void => {
    const state = recorder.state();
    if (!isOn()) return;
    const rule = history.inForce().breakActs.findLast(({ act }) => act === 'started')?.rule ?? 'rest';
    const event = breakEvent('ended', rule, history.open()?.rest.lengthMs ?? 0, isOver());
    recorder.act({ ...state, doing: next ?? state.afterBreak ?? initialState.doing, afterBreak: null }, event);
  };
  return {
    isOn,
    isOver,
    end,
    start(kind) {
      const activity = `break.${kind}` as const;
      if (recorder.state().doing.activity === activity) return;
      const { state: advised, rule: advisedRule, lengthMs } = advice();
      end();
      const state = recorder.state();
      const isAdvised = (advised === 'due' || advised === 'gate') && lengthMs > 0;
      const rest = isAdvised
        ? { rule: advisedRule, lengthMs }
        : { rule: 'rest', lengthMs: breakSettings().restLengthMs };
      const planned = kind === 'exposure' ? { rule: 'exposure', lengthMs: EXPOSURE_BREAK_MS } : rest;
      const doing = { ...initialState.doing, activity, projectId: state.doing.projectId };
      recorder.act(
        { ...state, doing, afterBreak: state.doing, declaredAway: false },
        breakEvent('started', planned.rule, planned.lengthMs),
      );
    },
    postpone() {
      const { rule, state, lengthMs, postponesLeft } = advice();
      if (state === 'none' || state === 'hint' || isOn()) return;
      if (postponesLeft === 0) throw new AppError('POSTPONE_USED_UP');
      recorder.act(recorder.state(), breakEvent('postponed', rule, lengthMs));
    },
    lift() {
      const { rule, liftable } = advice();
      if (!liftable) throw new AppError('BAD_INPUT');
      recorder.act(recorder.state(), breakEvent('lifted', rule, 0));
    },
    note() {
      if (recorder.health() !== null || isOn()) return;
      for (const { act, rule, lengthMs } of breakActsToNote(history.inForce(), breakSettings(), recorder.now())) {
        recorder.observe(recorder.state(), breakEvent(act, rule, lengthMs));
      }
    },
  };
}

function breakEvent(act: BreakActKind, rule: string, lengthMs: number, complete = false): MakeEvent {
  return (body) => ({ kind: 'break', body: { ...body, act, rule, lengthMs, complete } });
}
