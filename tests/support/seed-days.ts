import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JournalStore, openJournal } from '../../electron/db/journal-store.ts';
import { nodeClock } from '../../electron/services/node-clock.ts';
import { localDay } from '../../shared/time/local-day.ts';
import type { JournalDraft } from '../../shared/time/journal-record.ts';
import type { Ledger } from '../../shared/time/ledger.ts';
import type { Phase, Segment } from '../../shared/time/segment.ts';
import { zoneAtNoon } from './launch-app.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One round of work, in minutes: what comes again and again through a day. */
const round: readonly (readonly [Phase, number])[] = [
  ['search', 9],
  ['queue', 2],
  ['task', 6],
  ['task', 7],
  ['search', 4],
  ['task', 9],
  ['undetermined', 3],
  ['task', 5],
  ['break.rest', 5],
  ['onboarding', 2],
  ['task', 8],
  ['away', 6],
  ['blocked', 1],
];

export interface SeededDays {
  readonly days: number;
  /** Where the worker is; by default where the app under test is. The last day that is filled is their yesterday. */
  readonly zone?: string;
  /** Rounds of 67 minutes a day; 7 unless told. */
  readonly rounds?: number;
  /** Whether the journal learnt what became of the tasks, as it does of every project; it did unless told. */
  readonly paid?: boolean;
}

/** Of every ten tasks: what became of them. */
const outcomes = [
  'accepted',
  'accepted',
  'accepted',
  'rejected',
  'accepted',
  'accepted',
  'accepted',
  'accepted',
  'accepted',
  'pending',
] as const;

/**
 * Fills a fresh profile with days of closed sessions, each with its ledger as the timekeeper keeps it once its beats
 * are old: what a long record looks like, without hours of beating for it.
 */
export function seedDays(
  userDataDir: string,
  { days, zone = zoneAtNoon(), rounds = 7, paid = true }: SeededDays,
): void {
  const lastDayMs = yesterdayIn(zone);
  mkdirSync(userDataDir, { recursive: true });
  // every record waits for the disk: two years of them in memory, then one copy
  const quick = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fairmark-seed-'));
  const journal = openJournal({ path: join(quick, 'record.db') });
  for (let index = 0; index < days; index += 1) {
    const startMs = lastDayMs - (days - 1 - index) * DAY_MS + (8 * 60 + ((index * 17) % 50)) * MINUTE_MS;
    seedDay(journal, { session: index + 1, startMs, rounds, zone, paid });
  }
  journal.close();
  cpSync(quick, userDataDir, { recursive: true });
  rmSync(quick, { recursive: true, force: true });
}

/**
 * Fills a fresh profile with one closed session of unbroken work that ends now, in this boot, as the ledger has it:
 * what `seedWork` leaves behind, without its thousands of beats.
 */
export function seedStretch(userDataDir: string, minutes: number, zone = zoneAtNoon()): void {
  const { bootId, bootMs, wallMs } = nodeClock().read();
  const durationMs = minutes * MINUTE_MS;
  const startMs = wallMs - durationMs;
  mkdirSync(userDataDir, { recursive: true });
  const journal = openJournal({ path: join(userDataDir, 'record.db') });
  const boot = { bootId, zone };
  journal.append(draftOf(1, { ...boot, wallMs: startMs, bootMs: Math.max(0, bootMs - durationMs) }, 'session-start'));
  journal.append(draftOf(1, { ...boot, wallMs, bootMs }, 'session-stop'));
  const span = { session: 1, startUtcMs: startMs, zone, durationMs, closed: true } as const;
  journal.keepLedger({
    sessions: [{ ...span, offBeforeMs: null, idleSource: 'system' }],
    segments: [segmentOf(1, 'search', { zone, offsetMs: 0, durationMs, startMs, task: '' })],
    anomalies: [],
    breakActs: [],
  });
  journal.close();
}

/** Midnight at the start of yesterday. */
export function yesterdayIn(zone: string): number {
  return localDay(localDay(Date.now(), zone).fromMs - 1, zone).fromMs;
}

function seedDay(
  journal: JournalStore,
  day: { session: number; startMs: number; rounds: number; zone: string; paid: boolean },
): void {
  const { session, startMs, rounds, zone, paid } = day;
  const segments: Segment[] = [];
  let offsetMs = 0;
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [place, [phase, minutes]] of round.entries()) {
      const durationMs = minutes * MINUTE_MS + ((session * 31 + turn * 7 + place) % 40) * 1000;
      segments.push(
        segmentOf(session, phase, { zone, offsetMs, durationMs, startMs, task: `t${session}-${turn}-${place}` }),
      );
      offsetMs += durationMs;
    }
  }
  journal.append(draftOf(session, { wallMs: startMs, zone }, 'session-start'));
  const tasks = segments.flatMap(({ taskId }) => taskId ?? []);
  for (const [index, taskId] of paid ? tasks.entries() : []) {
    journal.append({
      ...beatOf(session, { wallMs: startMs + offsetMs, zone }),
      projectId: 'project-1',
      kind: 'outcome',
      body: {
        submissionId: `s-${taskId}`,
        taskId,
        outcome: outcomes[index % outcomes.length] ?? 'pending',
        currency: 'EUR',
        payMinor: 40,
      },
    });
  }
  journal.append(draftOf(session, { wallMs: startMs + offsetMs, zone }, 'session-stop'));
  const span = { session, startUtcMs: startMs, zone, durationMs: offsetMs, closed: true } as const;
  const ledger: Ledger = {
    sessions: [{ ...span, offBeforeMs: session === 1 ? null : 12 * 60 * MINUTE_MS, idleSource: 'system' }],
    segments,
    anomalies: [],
    breakActs: [],
  };
  journal.keepLedger(ledger);
}

function segmentOf(
  session: number,
  phase: Phase,
  at: { zone: string; offsetMs: number; durationMs: number; startMs: number; task: string },
): Segment {
  const isOff = phase === 'away' || phase === 'undetermined';
  return {
    id: `${session}-${at.offsetMs}`,
    session,
    offsetMs: at.offsetMs,
    durationMs: at.durationMs,
    phase,
    activity: isOff ? 'task' : phase,
    source: phase === 'queue' ? 'inferred' : 'measured',
    cause: phase === 'undetermined' ? 'no-input' : phase === 'away' ? 'lock' : null,
    startUtcMs: at.startMs + at.offsetMs,
    zone: at.zone,
    projectId: 'project-1',
    taskId: phase === 'task' ? at.task : null,
    wallEstimateMs: null,
  };
}

interface SeededAt {
  readonly wallMs: number;
  readonly zone: string;
  readonly bootId?: string;
  readonly bootMs?: number;
}

function beatOf(session: number, { wallMs, zone, bootId = 'seeded', bootMs = wallMs }: SeededAt) {
  return {
    session,
    monoMs: wallMs,
    bootId,
    bootMs,
    wallMs,
    zone,
    activity: 'search',
    presence: 'interacting',
    projectId: null,
    taskId: null,
  } as const;
}

function draftOf(session: number, at: SeededAt, kind: 'session-start' | 'session-stop'): JournalDraft {
  const now = {
    inputAgoMs: 0,
    allowanceMs: 60_000,
    window: 'focused',
    suspended: false,
    locked: false,
    declaredAway: false,
  } as const;
  const beat = beatOf(session, at);
  if (kind === 'session-start') return { ...beat, kind, body: { now, missed: false, droppedRecords: 0 } };
  return { ...beat, kind, body: { now, missed: false, reason: 'signed-off', droppedRecords: 0 } };
}
