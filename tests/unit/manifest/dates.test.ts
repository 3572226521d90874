import { expect, test } from 'vitest';
import { dayOf, isoWeekOf, startOfIsoWeek, weeksBetween } from '../../../shared/manifest/dates.ts';

// ISO 8601: the first week of a year holds its first Thursday.
test.each([
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2025-12-28', '2025-W52'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2024-12-30', '2025-W01'],
  ['2026-02-15', '2026-W07'],
  ['2026-12-31', '2026-W53'],
])('%s is in %s', (day, week) => {
  const instant = Date.parse(`${day}T23:59:59Z`);
  expect([dayOf(instant), isoWeekOf(instant)]).toEqual([day, week]);
  expect(isoWeekOf(startOfIsoWeek(week))).toBe(week);
  expect(isoWeekOf(startOfIsoWeek(week) - 1)).not.toBe(week);
});

test('weeks are counted across years, both ends included', () => {
  expect([
    weeksBetween('2026-W07', '2026-W07'),
    weeksBetween('2020-W53', '2021-W02'),
    weeksBetween('2026-W08', '2026-W07'),
  ]).toEqual([1, 3, 0]);
});

test('what is no week has no start', () => expect(startOfIsoWeek('soon')).toBeNaN());
