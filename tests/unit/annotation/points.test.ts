import { expect, test } from 'vitest';
import { pointsSchema } from '../../../shared/annotation/shapes/lines.ts';

const good = [
  { x: 0, y: -1e7 },
  { x: 1e7, y: 0.5 },
];

test('a list of points is taken as it is', () => {
  expect(pointsSchema(2).parse(good)).toEqual(good);
});

test.each([
  ['too few', good.slice(1)],
  ['not a list', { 0: good[0], 1: good[1], length: 2 }],
  ['a list with a hole', Object.assign([...good], { length: 3 })],
  ['a point without y', [...good, { x: 1 }]],
  ['a point with more', [...good, { x: 1, y: 1, z: 1 }]],
  ['a pair of numbers', [...good, [1, 1]]],
  ['nothing for a point', [...good, null]],
  ['NaN', [...good, { x: Number.NaN, y: 1 }]],
  ['infinity', [...good, { x: 1, y: Infinity }]],
  ['words for a number', [...good, { x: '1', y: 1 }]],
  ['a coordinate beyond the limit', [...good, { x: 1e7 + 1, y: 1 }]],
])('refuses %s', (_name, points) => {
  expect(pointsSchema(2).safeParse(points).success).toBe(false);
});

test('refuses more points than any shape has', () => {
  expect(pointsSchema(2).safeParse(Array.from({ length: 100_001 }, () => good[0])).success).toBe(false);
});
