// What keeping, reading and showing time costs, each beside a limit measured in the same run.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JournalStore, openJournal } from '../../electron/db/journal-store.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import type { Declaration } from '../../shared/time/declarations.ts';
import { HEARTBEAT_MS } from '../../shared/time/limits.ts';
import { reportOf } from '../../shared/time/report.ts';
import type { TaskFact } from '../../shared/time/task-fact.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { openAppOn, untilReady } from '../support/open-project.ts';
import { seedDays } from '../support/seed-days.ts';
import { makeWorld } from '../support/time/fake-world.ts';
import { makeLedger } from '../support/time/make-segment.ts';
import { type Figure, median, reportFigures } from './figures.ts';

const HOUR_MS = 3_600_000;
const ALL = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
const BEATS_AN_HOUR = HOUR_MS / HEARTBEAT_MS;
/** Hours of a long working day; the heartbeat stands still while signed off. */
const DAY_HOURS = 8;
const YEAR_DAYS = 230;
const BEATS_KEPT_DAYS = 20;
const runs = 7;

const folder = await mkdtemp(join(tmpdir(), 'fairmark-bench-'));
try {
  const heart = await heartbeat();
  const figures = [...reports(), ...heart.figures, await year(heart.bytesADay), ...(await myTime())];
  reportFigures('time', figures);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function timed(act: () => unknown): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

/** Segments into a report; the limit is parsing the same segments from JSON, as any reader of them must. */
function reports(): Figure[] {
  return [1_000, 10_000, 100_000].map((n) => {
    const ledger = makeLedger(
      Array.from({ length: n }, (_, index) => ({
        phase: (['search', 'task', 'queue', 'break.rest'] as const)[index % 4] ?? 'task',
        durationMs: 61_000 + (index % 1000),
        taskId: index % 4 === 1 ? `t${index}` : null,
      })),
    );
    const taskFacts = ledger.segments.flatMap(({ taskId }): TaskFact[] =>
      taskId === null
        ? []
        : [{ taskId, projectId: 'p1', outcome: 'accepted', reworkOutcome: null, currency: 'USD', payMinor: 5 }],
    );
    const declarations: readonly Declaration[] = [];
    const text = JSON.stringify(ledger.segments);
    const rounds = Array.from({ length: runs }, () => ({
      value: timed(() => reportOf({ range: ALL, ledger, declarations, taskFacts })),
      limit: timed(() => JSON.parse(text)),
    }));
    return {
      name: `report of ${n} segments`,
      n,
      value: median(rounds.map(({ value }) => value)),
      unit: 'ms',
      limit: median(rounds.map(({ limit }) => limit)),
    };
  });
}

/** An hour of beats by the timekeeper into a real record; the limit is the journal's own append of the same records. */
async function heartbeat(): Promise<{ figures: Figure[]; bytesADay: number }> {
  const path = join(folder, 'beats.db');
  const journal = openJournal({ path });
  const world = makeWorld();
  const timekeeper = createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
  timekeeper.setActivity('search');
  timekeeper.signOn();
  const hours: { value: number; wall: number }[] = [];
  for (let hour = 0; hour < DAY_HOURS; hour += 1) {
    const before = process.cpuUsage();
    const wall = timed(() => {
      for (let beat = 0; beat < BEATS_AN_HOUR; beat += 1) {
        timekeeper.inputSeen();
        world.wait(HEARTBEAT_MS);
      }
    });
    const { user, system } = process.cpuUsage(before);
    hours.push({ value: (user + system) / 1000, wall });
  }
  timekeeper.stop();
  const limit = appendOnly(journal.records(1));
  journal.close();
  const { size } = await stat(path);
  const value = median(hours.map((hour) => hour.value));
  const figures: Figure[] = [
    { name: 'heartbeat, CPU an hour', n: BEATS_AN_HOUR, value, unit: 'ms', limit },
    { name: 'heartbeat, share of one core', n: BEATS_AN_HOUR, value: (value / HOUR_MS) * 100, unit: '%', limit: 0.1 },
    {
      name: `record of a day of ${DAY_HOURS} h`,
      n: DAY_HOURS * BEATS_AN_HOUR,
      value: size / 1024,
      unit: 'KiB',
      limit: null,
    },
  ];
  return { figures, bytesADay: size };
}

/** CPU of an hour of bare appends, in milliseconds. */
function appendOnly(records: ReturnType<JournalStore['records']>): number {
  const journal = openJournal({ path: join(folder, 'bare.db') });
  const before = process.cpuUsage();
  for (const { seq: _seq, hash: _hash, prevHash: _prevHash, ...draft } of records.slice(0, BEATS_AN_HOUR)) {
    journal.append(draft);
  }
  const { user, system } = process.cpuUsage(before);
  journal.close();
  return (user + system) / 1000;
}

/** 20 working days of beats (the last four weeks) and the folded rest of a year, against 50 MB. */
async function year(bytesADay: number): Promise<Figure> {
  const profile = join(folder, 'year');
  const days = YEAR_DAYS - BEATS_KEPT_DAYS;
  seedDays(profile, { days });
  const { size } = await stat(join(profile, 'record.db'));
  const value = (size + BEATS_KEPT_DAYS * bytesADay) / 1024 / 1024;
  return { name: 'record of a year', n: YEAR_DAYS, value, unit: 'MiB', limit: 50 };
}

/** Going to My time with two years of days, against the same with none; each range as its own figure. */
async function myTime(): Promise<Figure[]> {
  const full = await openingTimes((dir) => seedDays(dir, { days: 2 * YEAR_DAYS }));
  const empty = await openingTimes(() => undefined);
  return full.map(({ name, ms }, index) => ({
    name: `My time, two years, ${name}`,
    n: runs,
    value: ms,
    unit: 'ms',
    limit: empty[index]?.ms ?? null,
  }));
}

async function openingTimes(prepare: (dir: string) => void): Promise<{ name: string; ms: number }[]> {
  const opened = await openAppOn([makeImageItem('a')], prepare);
  try {
    const { page } = opened;
    const took: Record<'open' | 'week' | 'month' | 'all', number[]> = { open: [], week: [], month: [], all: [] };
    for (let round = 0; round < runs; round += 1) {
      await page.getByRole('button', { name: 'Tasks', exact: true }).click();
      await untilReady(page, 'browse');
      took.open.push(await page.evaluate(pressAndPaint, 'My time'));
      took.week.push(await page.evaluate(pressAndPaint, 'Week'));
      took.month.push(await page.evaluate(pressAndPaint, 'Month'));
      took.all.push(await page.evaluate(pressAndPaint, 'All'));
    }
    return [
      { name: 'opened', ms: median(took.open) },
      { name: 'week', ms: median(took.week) },
      { name: 'month', ms: median(took.month) },
      { name: 'all', ms: median(took.all) },
    ];
  } finally {
    await opened.close();
  }
}

/** Runs in the page: presses what carries these words, and waits until what it leads to is painted. */
async function pressAndPaint(words: string): Promise<number> {
  const target = [...document.querySelectorAll<HTMLElement>('button, label')].find(
    (element) => element.textContent?.trim() === words,
  );
  const mark = () => document.querySelector('[data-view]')?.getAttribute('data-view') ?? '';
  const before = mark();
  const started = performance.now();
  target?.click();
  while (mark() === before || mark() === '') {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    if (performance.now() - started > 20_000) throw new Error(`${words} led nowhere`);
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  return performance.now() - started;
}
