import type { Ledger } from '../../../shared/time/ledger.ts';
import { emptyLedger } from '../../../shared/time/ledger.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';
import { MORNING_MS } from './fake-world.ts';

/** A stretch of a ledger, stating only what matters. */
export type Part = Partial<Omit<Segment, 'durationMs'>> & Pick<Segment, 'phase' | 'durationMs'>;

/** Parts one behind the other, as one closed session. */
export function makeLedger(parts: readonly Part[]): Ledger {
  let offsetMs = 0;
  const segments = parts.map((part): Segment => {
    const { phase } = part;
    const segment: Segment = {
      id: `1-${offsetMs}`,
      session: 1,
      offsetMs,
      activity: phase === 'away' || phase === 'undetermined' ? 'task' : phase,
      source: 'measured',
      cause: null,
      startUtcMs: MORNING_MS + offsetMs,
      zone: 'Europe/Vienna',
      projectId: 'p1',
      taskId: null,
      wallEstimateMs: null,
      ...part,
    };
    offsetMs += part.durationMs;
    return segment;
  });
  const span = {
    session: 1,
    startUtcMs: MORNING_MS,
    zone: 'Europe/Vienna',
    durationMs: offsetMs,
    closed: true,
  } as const;
  return { ...emptyLedger, sessions: [{ ...span, offBeforeMs: null, idleSource: 'system' }], segments };
}

export function makeFact(over: Partial<TaskFact> & Pick<TaskFact, 'taskId'>): TaskFact {
  return { projectId: 'p1', outcome: 'accepted', reworkOutcome: null, currency: 'USD', payMinor: 5, ...over };
}
