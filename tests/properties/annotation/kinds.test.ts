import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageKindOf, type Shape, shapeSchema } from '../../../shared/annotation/annotation.ts';
import { exampleShapes } from '../../support/example-shapes.ts';

const shape = fc.constantFrom(
  ...Object.values(exampleShapes)
    .flat()
    .filter((one) => imageKindOf(one) !== null),
);
const by = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const fraction = fc.record({
  x: fc.double({ min: -9, max: 9, noNaN: true }),
  y: fc.double({ min: -9, max: 9, noNaN: true }),
});

function boundsOf(one: Shape) {
  const bounds = imageKindOf(one)?.bounds(one);
  if (!bounds) throw new Error('not on an image');
  return bounds;
}

test('a move moves the bounds as far, and back it is where it was', () => {
  fc.assert(
    fc.property(shape, by, (one, step) => {
      const kind = imageKindOf(one);
      const moved = kind?.translate(one, step) as Shape;
      expect(boundsOf(moved).x).toBeCloseTo(boundsOf(one).x + step.x, 6);
      expect(boundsOf(moved).y).toBeCloseTo(boundsOf(one).y + step.y, 6);
      const back = boundsOf(kind?.translate(moved, { x: -step.x, y: -step.y }) as Shape);
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(boundsOf(one)[side], 6);
    }),
  );
});

test('a move by a fraction and back ends where it began', () => {
  fc.assert(
    fc.property(shape, fraction, (one, step) => {
      const kind = imageKindOf(one);
      const there = kind?.translate(one, step) as Shape;
      const back = boundsOf(kind?.translate(there, { x: -step.x, y: -step.y }) as Shape);
      expect(back.x).toBeCloseTo(boundsOf(one).x, 6);
      expect(back.y).toBeCloseTo(boundsOf(one).y, 6);
    }),
  );
});

test('a grip that goes anywhere leaves a shape that can be kept, with bounds around its outline', () => {
  fc.assert(
    fc.property(shape, fc.nat(), by, (one, place, to) => {
      const kind = imageKindOf(one);
      const grips = kind?.handles(one) ?? [];
      const grip = grips[place % Math.max(grips.length, 1)];
      if (!kind || !grip) return;
      const changed = kind.moveHandle(one, grip.id, to);
      expect(shapeSchema.safeParse(changed).success).toBe(true);
      const { x, y, width, height } = boundsOf(changed);
      for (const point of kind.outline(changed).flat()) {
        expect(point.x).toBeGreaterThanOrEqual(x - 1e-6);
        expect(point.y).toBeGreaterThanOrEqual(y - 1e-6);
        expect(point.x).toBeLessThanOrEqual(x + width + 1e-6);
        expect(point.y).toBeLessThanOrEqual(y + height + 1e-6);
      }
    }),
  );
});

test('a turn and back ends where it began, and many small turns make a large one', () => {
  fc.assert(
    fc.property(shape, fc.double({ min: -720, max: 720, noNaN: true }), (one, degrees) => {
      const kind = imageKindOf(one);
      if (!kind?.rotate) return;
      const back = boundsOf(kind.rotate(kind.rotate(one, degrees), -degrees));
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(boundsOf(one)[side], 4);
      let small = one;
      for (let turn = 0; turn < 10; turn += 1) small = kind.rotate(small, degrees / 10);
      const [bySteps, atOnce] = [boundsOf(small), boundsOf(kind.rotate(one, degrees))];
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(bySteps[side]).toBeCloseTo(atOnce[side], 3);
    }),
  );
});
