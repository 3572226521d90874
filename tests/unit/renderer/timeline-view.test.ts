import { expect, test } from 'vitest';
import { addedRange, correctedRange, timeInput } from '../../../renderer/screens/my-time/declare-times.ts';
import { hourSpan, hourTicks, joined, lookOf, placeOf } from '../../../renderer/screens/my-time/timeline-view.ts';
import { perHourMs } from '../../../renderer/screens/my-time/time-shares.ts';
import { daysOf } from '../../../shared/time/day-view.ts';
import { phaseSchema } from '../../../shared/time/segment.ts';
import { makeLedger } from '../../support/time/make-segment.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const midnight = new Date(2026, 2, 2).getTime();
const startUtcMs = midnight + 9 * HOUR + 10 * MINUTE + 7_000;
const { segments } = makeLedger([
  { phase: 'search', durationMs: 20 * MINUTE, startUtcMs },
  { phase: 'queue', durationMs: 5 * MINUTE, startUtcMs: startUtcMs + 20 * MINUTE },
  { phase: 'task', durationMs: 40 * MINUTE, startUtcMs: startUtcMs + 25 * MINUTE },
]);
const days = daysOf(segments, [{ fromMs: midnight, toMs: midnight + 24 * HOUR }]);

test('every phase has a look', () => {
  expect(phaseSchema.options.map(lookOf)).toHaveLength(phaseSchema.options.length);
});

test('the picture spans whole hours, at least four, and a day without anything still has hours', () => {
  expect(hourSpan(days)).toEqual({ fromMs: 8 * HOUR, toMs: 12 * HOUR });
  expect(hourTicks(hourSpan(days)).map((ms) => ms / HOUR)).toEqual([8, 9, 10, 11, 12]);
  expect(hourSpan([])).toEqual({ fromMs: 8 * HOUR, toMs: 18 * HOUR });
  expect(hourTicks({ fromMs: 0, toMs: 24 * HOUR }).map((ms) => ms / HOUR)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
});

test('neighbours that look alike are one in rows, and nothing of them is lost', () => {
  const row = joined(days[0]?.stretches ?? []);
  expect(row.map(({ phase, durationMs }) => [phase, durationMs / MINUTE])).toEqual([
    ['search', 25],
    ['task', 40],
  ]);
});

test('a stretch stands at its hour', () => {
  const [day] = days;
  const stretch = day?.stretches[2];
  if (!day || !stretch) throw new Error('no stretch');
  const place = placeOf(stretch, day, { fromMs: 8 * HOUR, toMs: 12 * HOUR }, 240);
  expect(place.width).toBe(40);
  expect(place.x).toBeCloseTo(95 + 7 / 60, 5);
});

test('fields left as they were shown mean the whole stretch, to the millisecond', () => {
  const stretch = days[0]?.stretches[0];
  if (!stretch) throw new Error('no stretch');
  const ends = { from: timeInput(startUtcMs), to: timeInput(startUtcMs + 20 * MINUTE) };
  expect(correctedRange(stretch, ends)).toMatchObject({ offsetMs: 0, durationMs: 20 * MINUTE });
  expect(correctedRange(stretch, { ...ends, to: '09:20' })).toMatchObject({ offsetMs: 0, durationMs: 593_000 });
  expect(correctedRange(stretch, { ...ends, from: '09:20' })).toMatchObject({ offsetMs: 593_000 });
  expect(correctedRange(stretch, { from: '09:20', to: '09:15' })).toBeNull();
  expect(correctedRange(stretch, { ...ends, to: '11:00' })).toBeNull();
});

test('time can be added up to now and no further', () => {
  const base = { day: '2026-03-02', from: '07:00', to: '07:45', projectId: null };
  expect(addedRange({ ...base, nowMs: midnight + 9 * HOUR })).toMatchObject({ of: 'added', durationMs: 45 * MINUTE });
  expect(addedRange({ ...base, nowMs: midnight + 7 * HOUR })).toBeNull();
  expect(addedRange({ ...base, from: '08:00', nowMs: midnight + 9 * HOUR })).toBeNull();
  expect(addedRange({ ...base, day: '', nowMs: midnight + 9 * HOUR })).toBeNull();
});

test('a share is told as minutes of an hour', () => {
  expect(perHourMs(4_680)).toBe(28 * MINUTE);
});
