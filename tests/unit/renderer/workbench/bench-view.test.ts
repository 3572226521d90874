import { describe, expect, test } from 'vitest';
import {
  type BenchView,
  type BenchViewEvent,
  filterOf,
  firstBenchView,
  reachableOf,
  reduceBenchView,
  shownOf,
} from '../../../../renderer/workbench/bench-view.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const rect = { x: 1, y: 1, width: 10, height: 10 };
const all = [makeBox('a', rect), makeBox('b', rect), makeBox('c', rect, { classId: 'dog' })];

function after(...events: readonly BenchViewEvent[]): BenchView {
  return events.reduce(reduceBenchView, firstBenchView);
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('what a hand sees and reaches', () => {
  test.each<[string, readonly BenchViewEvent[], string, string]>([
    ['everything at first', [], 'abc', 'abc'],
    ['not what is hidden', [{ type: 'hidden', ids: ['a'] }], 'bc', 'bc'],
    [
      'what is hidden twice again',
      [
        { type: 'hidden', ids: ['a'] },
        { type: 'hidden', ids: ['a'] },
      ],
      'abc',
      'abc',
    ],
    [
      'none of several while one was shown',
      [
        { type: 'hidden', ids: ['a'] },
        { type: 'hidden', ids: ['a', 'b'] },
      ],
      'c',
      'c',
    ],
    ['nothing of a hidden class', [{ type: 'class hidden', classId: 'cat' }], 'c', 'c'],
    ['but cannot touch what is locked', [{ type: 'locked', ids: ['b'] }], 'abc', 'ac'],
    ['nor a locked class', [{ type: 'class locked', classId: 'cat' }], 'abc', 'c'],
    [
      'everything after all are shown and free',
      [
        { type: 'hidden', ids: ['a'] },
        { type: 'class hidden', classId: 'dog' },
        { type: 'locked', ids: ['b'] },
        { type: 'all shown' },
        { type: 'all free' },
      ],
      'abc',
      'abc',
    ],
  ])('%s', (_name, events, shown, reachable) => {
    const view = after(...events);
    expect([idsOf(shownOf(view, all)), idsOf(reachableOf(view, all))]).toEqual([shown, reachable]);
  });

  test('is the very same list while nothing is hidden, so that nothing is drawn anew', () => {
    expect(shownOf(firstBenchView, all)).toBe(all);
  });
});

test('opacity stays between a tenth and all', () => {
  expect(after({ type: 'opacity', value: 0 }).opacity).toBe(0.1);
  expect(after({ type: 'opacity', value: 3 }).opacity).toBe(1);
});

test('a picture as it is has no filter', () => {
  expect(filterOf(firstBenchView.adjustment)).toBe('none');
  expect(filterOf({ brightness: 150, contrast: 100, saturation: 0 })).toBe('brightness(150%) saturate(0%)');
});
