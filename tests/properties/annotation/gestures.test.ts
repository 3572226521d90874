import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../shared/annotation/kind.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { grown, moved, resized } from '../../../renderer/canvas/gestures/change.ts';
import { idleSelect, stepSelect } from '../../../renderer/canvas/gestures/select-gesture.ts';
import { panBy, toImage, toView, zoomAt } from '../../../renderer/canvas/view.ts';
import { makeBox } from '../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const inside = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
const box = fc
  .tuple(inside, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([{ x, y }, width, height]) => makeBox('a', { x, y, width, height }));
const anywhere = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

test('a box inside the item stays inside, however it is moved', () => {
  fc.assert(
    fc.property(box, anywhere, (annotation, by) => {
      const { shape } = moved(annotation, by, item);
      const bounds = imageKindOf(shape)?.bounds(shape);
      expect(bounds).toBeDefined();
      expect(bounds?.x).toBeGreaterThanOrEqual(0);
      expect(bounds?.y).toBeGreaterThanOrEqual(0);
      expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeLessThanOrEqual(item.width);
      expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(item.height);
    }),
  );
});

test('a resize never leaves a box without an area', () => {
  fc.assert(
    fc.property(box, fc.constantFrom('nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'), anywhere, (annotation, grip, to) => {
      const { shape } = resized(annotation, grip, to, item);
      if (shape.kind !== 'box') throw new Error('a box stays a box');
      expect(shape.width).toBeGreaterThan(0);
      expect(shape.height).toBeGreaterThan(0);
    }),
  );
});

test('growing and shrinking by the same step gives the box back', () => {
  fc.assert(
    fc.property(box, fc.integer({ min: 1, max: 20 }), (annotation, step) => {
      const larger = grown(annotation, { x: step, y: step }, { width: 10_000, height: 10_000 });
      expect(grown(larger, { x: -step, y: -step }, { width: 10_000, height: 10_000 })).toEqual(annotation);
    }),
  );
});

test('whatever the hand does, a cancel leaves nothing behind', () => {
  const event: fc.Arbitrary<GestureEvent> = fc.record({
    type: fc.constantFrom('down' as const, 'move' as const, 'up' as const),
    at: anywhere,
    tolerancePx: fc.constant(5),
  });
  fc.assert(
    fc.property(box, fc.array(event), (annotation, events) => {
      let state = idleSelect;
      const context = { annotations: [annotation], selectedIds: ['a'], item, snap: (at: Point) => at };
      for (const one of events) state = stepSelect(state, one, context).state;
      expect(stepSelect(state, { type: 'cancel' }, context)).toEqual({
        state: idleSelect,
        preview: [],
        done: null,
        marquee: null,
      });
    }),
  );
});

const view = fc.record({
  scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
});

test('view and image pixels convert back and forth', () => {
  fc.assert(
    fc.property(view, anywhere, (look, point) => {
      const back = toView(look, toImage(look, point));
      expect(back.x).toBeCloseTo(point.x, 6);
      expect(back.y).toBeCloseTo(point.y, 6);
    }),
  );
});

test('zooming keeps the point under the pointer where it is', () => {
  fc.assert(
    fc.property(view, anywhere, fc.double({ min: 0.2, max: 5, noNaN: true }), (look, at, factor) => {
      const before = toImage(look, at);
      const after = toImage(zoomAt(look, at, factor), at);
      expect(after.x).toBeCloseTo(before.x, 3);
      expect(after.y).toBeCloseTo(before.y, 3);
    }),
  );
});

test('panning never loses the picture', () => {
  fc.assert(
    fc.property(view, anywhere, (look, by) => {
      const frame = { width: 800, height: 600 };
      const { x, y, scale } = panBy(look, by, item, frame);
      expect(x).toBeLessThan(frame.width);
      expect(y).toBeLessThan(frame.height);
      expect(x + item.width * scale).toBeGreaterThan(0);
      expect(y + item.height * scale).toBeGreaterThan(0);
    }),
  );
});
