import { describe, expect, it } from 'vitest';
import { daysOf, segmentsInForce } from '../../../shared/time/day-view.ts';
import { hoursRows, sumOf } from '../../../shared/time/hours.ts';
import { hoursCsv } from '../../../shared/time/hours-csv.ts';
import { ALL_TIME, IMAGE_TASK, makeWorker, MINUTE } from '../../support/time/fake-worker.ts';
import { makeLedger } from '../../support/time/make-segment.ts';
import { MORNING_MS } from '../../support/time/fake-world.ts';

const HOUR = 60 * MINUTE;
const { segments } = makeLedger([
  { phase: 'search', durationMs: 12 * MINUTE },
  { phase: 'task', durationMs: 30 * MINUTE, taskId: 't1' },
  { phase: 'away', durationMs: 13 * HOUR },
  { phase: 'task', durationMs: 3 * HOUR, taskId: 't2', projectId: 'p2' },
  { phase: 'undetermined', durationMs: 7 * MINUTE },
]);

describe('the hours of an export', () => {
  it('are sums by local day; a stretch over midnight is divided there, to the millisecond', () => {
    const rows = hoursRows(segments, 'totals').map(({ day, phase, ms }) => `${day} ${phase} ${sumOf(ms) / MINUTE}`);
    // 9:00 in Vienna + 13:42 is 22:42
    expect(rows).toEqual([
      '2026-03-02 search 12',
      '2026-03-02 task 108',
      '2026-03-03 task 102',
      '2026-03-03 undetermined 7',
    ]);
  });

  it('name no project and no task at totals, projects at per-project, tasks only at per-task', () => {
    const csv = (detail: 'totals' | 'per-project' | 'per-task') => hoursCsv(hoursRows(segments, detail));
    expect(csv('totals')).not.toMatch(/p1|p2|t1|t2/);
    expect(csv('totals')).toContain('2026-03-02,withheld,withheld,search,yes,720000,0,0,720000\r\n');
    expect(csv('per-project')).toMatch(/,p2,withheld,task,/);
    expect(csv('per-project')).not.toMatch(/t1|t2/);
    expect(csv('per-task')).toMatch(/,p2,t2,task,/);
  });

  it('tell no time of day, and add up whatever the level', () => {
    for (const detail of ['totals', 'per-project', 'per-task'] as const) {
      const rows = hoursRows(segments, detail);
      expect(rows.reduce((sum, { ms }) => sum + sumOf(ms), 0)).toBe(12 * MINUTE + 30 * MINUTE + 3 * HOUR + 7 * MINUTE);
      expect(hoursCsv(rows)).not.toMatch(/\d:\d|T\d/);
    }
  });
});

describe('the worker’s day', () => {
  it('T20 is divided at midnight for showing only: the sums of the days are the sum of the stretches', () => {
    const day = { fromMs: MORNING_MS - 9 * HOUR, toMs: MORNING_MS + 15 * HOUR };
    const next = { fromMs: day.toMs, toMs: day.toMs + 24 * HOUR };
    const days = daysOf(segments, [day, next]);
    expect(days.map(({ workMs }) => workMs / MINUTE)).toEqual([120, 102]);
    expect(days.flatMap(({ stretches }) => stretches).reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(
      segments.reduce((sum, { durationMs }) => sum + durationMs, 0),
    );
  });

  it('T52 leads back from any part of a corrected stretch to what was recorded, however often it is corrected', () => {
    const worker = makeWorker();
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(10 * MINUTE);
    worker.keeper.signOff();
    const view = () => {
      const { ledger, declarations } = worker.keeper.recorded(ALL_TIME);
      const own = segmentsInForce(ALL_TIME, ledger.segments, declarations);
      return daysOf(own, [ALL_TIME])[0]?.stretches ?? [];
    };
    const [whole] = view();
    const correct = (offsetMs: number, durationMs: number, to: 'away' | 'search') =>
      worker.keeper.correct({
        range: { of: 'segment', segmentId: whole?.segmentId ?? '', offsetMs, durationMs },
        to,
        reason: '',
      });
    correct(2 * MINUTE, 3 * MINUTE, 'away');
    const cut = view();
    expect(cut.map(({ phase, segmentOffsetMs }) => [phase, segmentOffsetMs / MINUTE])).toEqual([
      ['task', 0],
      ['away', 2],
      ['task', 5],
    ]);
    expect(new Set(cut.map(({ segmentId }) => segmentId))).toEqual(new Set([whole?.segmentId]));
    expect(worker.report()).toMatchObject({ workMs: 7 * MINUTE, asRecorded: { workMs: 10 * MINUTE } });
    correct(2 * MINUTE, MINUTE, 'search');
    expect(worker.report()).toMatchObject({ workMs: 8 * MINUTE, asRecorded: { workMs: 10 * MINUTE } });
    expect(worker.report().sourcesMs).toEqual({ measured: 7 * MINUTE, inferred: 0, declared: MINUTE });
  });

  it('takes back time that was added, by another correction', () => {
    const worker = makeWorker();
    worker.keeper.signOn();
    worker.keeper.signOff();
    worker.keeper.correct({
      range: {
        of: 'added',
        startUtcMs: MORNING_MS - 2 * HOUR,
        zone: 'Europe/Vienna',
        durationMs: HOUR,
        projectId: null,
        taskId: null,
      },
      to: 'search',
      reason: 'on another site',
    });
    expect(worker.report().workMs).toBe(HOUR);
    const { declarations } = worker.keeper.recorded(ALL_TIME);
    const [added] = daysOf(segmentsInForce(ALL_TIME, [], declarations), [ALL_TIME])[0]?.stretches ?? [];
    worker.keeper.correct({
      range: {
        of: 'segment',
        segmentId: added?.segmentId ?? '',
        offsetMs: added?.segmentOffsetMs ?? 0,
        durationMs: HOUR / 2,
      },
      to: 'away',
      reason: '',
    });
    expect(worker.report()).toMatchObject({ workMs: HOUR / 2, awayMs: HOUR / 2, asRecorded: { workMs: 0 } });
  });
});
