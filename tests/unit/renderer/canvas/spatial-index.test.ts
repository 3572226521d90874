import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpatialIndex } from '../../../../renderer/canvas/spatial-index.ts';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { type Rect, rectsTouch } from '../../../../shared/core/geometry.ts';
import { makeBox } from '../../../support/make-facts.ts';

const rect = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
});

const boxOf = (place: Rect, order: number): Annotation =>
  makeBox(`a-${order}`, { order, shape: { kind: 'box', ...place } });

describe('the spatial index', () => {
  it('finds what touches a place, in drawing order, whatever was put and taken before', () => {
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 300 }),
        fc.array(rect, { maxLength: 30 }),
        fc.infiniteStream(fc.boolean()),
        rect,
        (first, more, kept, place) => {
          const index = new SpatialIndex();
          const before = first.map(boxOf);
          index.update(before);
          const after = [
            ...before.filter(() => kept.next().value),
            ...more.map((one, at) => boxOf(one, first.length + at)),
          ];
          index.update(after);
          const asked = after.filter(({ shape }) => shape.kind === 'box' && rectsTouch(shape, place));
          expect(index.within(place)).toEqual(asked);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('tells the places of what is new and what is gone, and nothing else', () => {
    const index = new SpatialIndex();
    const [a, b, c] = [1, 2, 3].map((at) => boxOf({ x: at * 10, y: 0, width: 5, height: 5 }, at)) as [
      Annotation,
      Annotation,
      Annotation,
    ];
    index.update([a, b]);
    expect(index.update([a, c]).bounds).toEqual([
      { x: 30, y: 0, width: 5, height: 5 },
      { x: 20, y: 0, width: 5, height: 5 },
    ]);
    expect(index.boundsOf(b)).toEqual([]);
  });
});
