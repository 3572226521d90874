import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { linkAt, linkLinesOf, pointOfLink } from '../../../../renderer/canvas/links/link-lines.ts';
import { BenchLists } from '../../../../renderer/canvas/bench-lists.ts';
import { firstBenchView, reduceBenchView } from '../../../../renderer/workbench/bench-view.ts';
import { idleLink, stepLink } from '../../../../renderer/canvas/gestures/link-gesture.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const a = makeBox('a', { x: 0, y: 0, width: 20, height: 20 });
const b = makeBox('b', { x: 100, y: 0, width: 20, height: 20 });
const outer = makeBox('o', { x: -50, y: -50, width: 300, height: 300 });

function link(id: string, from: string, to: string): Annotation {
  return { id, classId: 'near', origin: 'hand', order: 9, shape: { kind: 'relation', from, to } };
}

describe('the curve of a relation', () => {
  test('runs from border to border, and bends between', () => {
    const [line] = linkLinesOf([a, b, link('l', 'a', 'b')]);
    expect(line).toMatchObject({ id: 'l', from: { x: 20, y: 10 }, to: { x: 100, y: 10 }, suggested: false });
    const middle = line && pointOfLink(line, 0.5);
    expect(middle?.x).toBeCloseTo(60);
    expect(Math.abs((middle?.y ?? 0) - 10)).toBeGreaterThan(5);
  });

  test('does not fall on another one between the same two, either way round', () => {
    const lines = linkLinesOf([a, b, link('l', 'a', 'b'), link('k', 'b', 'a'), link('m', 'a', 'b')]);
    const heights = lines.map((line) => Math.round(pointOfLink(line, 0.5).y));
    expect(new Set(heights).size).toBe(3);
  });

  test('ends at the upper middle of what goes round its start', () => {
    const [line] = linkLinesOf([a, outer, link('l', 'a', 'o')]);
    expect(line?.to).toEqual({ x: 100, y: -50 });
  });

  test('is not there without its ends, and goes to suggested ones', () => {
    expect(linkLinesOf([a, link('l', 'a', 'b')])).toEqual([]);
    expect(linkLinesOf([a], [b, link('l', 'a', 'b')])).toMatchObject([{ id: 'l', suggested: true }]);
  });

  test('lies within its bounds, and is hit along its way and nowhere else', () => {
    const lines = linkLinesOf([a, b, link('l', 'a', 'b')]);
    for (const share of [0.1, 0.3, 0.5, 0.9]) {
      const at = lines[0] && pointOfLink(lines[0], share);
      if (!at || !lines[0]) throw new Error('a line');
      expect(linkAt(lines, at, 1)).toBe('l');
      expect(linkAt(lines, { x: at.x, y: at.y + 12 }, 4)).toBeNull();
      expect(at.y).toBeGreaterThanOrEqual(lines[0].bounds.y);
    }
  });
});

describe('the relations of the bench', () => {
  const others = [link('l', 'a', 'b'), link('k', 'b', 'o')];
  const shown = [a, b, outer, ...others];

  test('are the same ones after an edit of something else, so that they need not be drawn anew', () => {
    const lists = new BenchLists();
    const before = lists.links(shown, [], []);
    expect(before).toHaveLength(2);
    expect(lists.links([...shown, makeBox('new', { x: 1, y: 1, width: 2, height: 2 })], [], [])).toBe(before);
    expect(lists.links([{ ...a }, ...shown.slice(1)], [], [])).not.toBe(before);
  });

  test('are parted while an end moves: only those that move with it are drawn in every frame', () => {
    const lists = new BenchLists();
    const moved = makeBox('a', { x: 0, y: 200, width: 20, height: 20 });
    const resting = lists.links(shown, [], [moved]);
    expect(resting.map(({ id }) => id)).toEqual(['k']);
    expect(lists.links(shown, [], [{ ...moved }])).toBe(resting);
    const [line, ...more] = lists.movingLinks(shown, [], [moved]);
    expect(more).toEqual([]);
    expect(line?.id).toBe('l');
    expect(line?.from.y).toBeGreaterThan(190);
  });

  test('hide with their ends', () => {
    const hidden = reduceBenchView(firstBenchView, { type: 'hidden', ids: ['a'] });
    const lists = new BenchLists();
    expect(lists.links(lists.shown(hidden, shown), [], []).map(({ id }) => id)).toEqual(['k']);
  });
});

describe('the hand that joins', () => {
  const context = { annotations: [a, b], linkFrom: null };
  const at = (type: 'down' | 'move' | 'up', x: number) => ({ type, at: { x, y: 10 }, tolerancePx: 4 });

  test.each([
    ['a drag from one to the other joins them', null, [5, 110], { join: { from: 'a', to: 'b' } }],
    ['a click on one is where the relation starts', null, [5, 5], { startAt: 'a' }],
    ['a click on the other then joins them', 'a', [110, 110], { join: { from: 'a', to: 'b' } }],
    ['a click on the start again leaves it', 'a', [5, 5], { startAt: 'a' }],
    ['a drag that ends beside everything does nothing', null, [5, 60], {}],
    ['a press beside everything does nothing', 'a', [60, 110], {}],
  ] as const)('%s', (_name, linkFrom, [from, to], result) => {
    const down = stepLink(idleLink, at('down', from), { ...context, linkFrom });
    const move = stepLink(down.state, at('move', to), { ...context, linkFrom });
    const up = stepLink(move.state, at('up', to), { ...context, linkFrom });
    expect(up).toEqual({ state: idleLink, line: null, ...result });
  });

  test('draws a line from the start to the pointer', () => {
    const down = stepLink(idleLink, at('down', 5), context);
    expect(stepLink(down.state, at('move', 60), context).line).toEqual([
      { x: 10, y: 10 },
      { x: 60, y: 10 },
    ]);
  });
});
