import { describe, expect, test } from 'vitest';
import { clockOf, durationParts, makeFormat } from '../../../../renderer/ui/format.ts';

const words = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a running clock', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
  ])('%i ms is %s', (ms, shown) => {
    expect(clockOf(ms)).toBe(shown);
  });
});

describe('a length of time', () => {
  test.each([
    [45_000, '45 sec'],
    [97_000, '1 min 37 sec'],
    [600_000, '10 min'],
    [3_660_000, '1 hr 1 min'],
    [7_200_000, '2 hr'],
  ])('%i ms is "%s"', (ms, shown) => {
    expect(words(makeFormat('en').duration(ms))).toBe(shown);
  });

  test('is written as each language writes it', () => {
    expect(words(makeFormat('fr').duration(11_520_000))).toBe('3 h 12 min');
  });

  test('never rounds up', () => {
    expect(durationParts(59_999)).toEqual([{ value: 59, unit: 'second' }]);
    expect(durationParts(3_599_999)).toEqual([{ value: 59, unit: 'minute' }]);
  });
});

test('money comes from whole minor units', () => {
  expect(makeFormat('en').money(121, 'USD')).toBe('$1.21');
  expect(words(makeFormat('fr').money(5, 'EUR'))).toBe('0,05 €');
});

test('shares come from basis points', () => {
  const { percent } = makeFormat('en');
  expect([percent(4680), percent(370), percent(10_000), percent(0)]).toEqual(['47%', '3.7%', '100%', '0%']);
});

test('languages have names, and what names none stays as it is', () => {
  expect(['en', 'ar', 'mg', 'not a tag'].map(makeFormat('fr').languageName)).toEqual([
    'anglais',
    'arabe',
    'malgache',
    'not a tag',
  ]);
});
