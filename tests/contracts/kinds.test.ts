import { describe, expect, test } from 'vitest';
import { allKinds, imageKindOf, shapeSchema, textKindOf } from '../../shared/annotation/annotation.ts';
import { shortcuts } from '../../renderer/app/shortcuts.ts';
import { exampleShapes } from '../support/example-shapes.ts';

test('there are kinds to check, each with its examples', () => {
  expect(allKinds.length).toBeGreaterThanOrEqual(2);
  for (const { name } of allKinds) expect(exampleShapes[name]?.length, name).toBeGreaterThan(0);
});

test('no two kinds share a tool key', () => {
  const keys = allKinds.map(({ medium, shortcut }) => `${medium} ${shortcut}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('no tool key is taken by something else in the workspace', () => {
  const taken = shortcuts.filter(({ action, ctrl }) => action !== 'draw' && !ctrl).flatMap(({ codes }) => codes);
  expect(allKinds.filter(({ shortcut }) => taken.includes(shortcut)).map(({ name }) => name)).toEqual([]);
});

describe.each(allKinds.map((kind) => ({ name: kind.name, kind })))('$name', ({ name, kind }) => {
  const shapes = exampleShapes[name] ?? [];
  const only = (medium: 'image' | 'text') => (title: string, run: () => void) =>
    kind.medium === medium && test(title, run);
  const imageTest = only('image');
  const textTest = only('text');

  test('reads back what it wrote', () => {
    for (const shape of shapes) {
      expect(shapeSchema.parse(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
      expect(kind.schema.parse(shape)).toEqual(shape);
    }
  });

  test('refuses what is no number, and unknown fields', () => {
    for (const shape of shapes) {
      for (const [field, value] of Object.entries(shape)) {
        if (typeof value !== 'number') continue;
        for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e16, '1', null]) {
          expect(kind.schema.safeParse({ ...shape, [field]: bad }).success, `${field}: ${String(bad)}`).toBe(false);
        }
      }
      expect(kind.schema.safeParse({ ...shape, surprise: 1 }).success).toBe(false);
    }
  });

  imageTest('has bounds that contain its outline and its grips', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      if (!image) throw new Error('not an image kind');
      const bounds = image.bounds(shape);
      const points = [...image.outline(shape).flat(), ...image.handles(shape).map(({ at }) => at)];
      expect(points.length).toBeGreaterThan(0);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(bounds.x - 1e-9);
        expect(y).toBeGreaterThanOrEqual(bounds.y - 1e-9);
        expect(x).toBeLessThanOrEqual(bounds.x + bounds.width + 1e-9);
        expect(y).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-9);
      }
    }
  });

  imageTest('is where it was after a move there and back', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      const there = image?.translate(shape, { x: 12, y: -7 });
      expect(there && image?.translate(there, { x: -12, y: 7 })).toEqual(shape);
    }
  });

  imageTest('keeps its shape when a grip goes where it is', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      for (const { id, at } of image?.handles(shape) ?? []) expect(image?.moveHandle(shape, id, at)).toEqual(shape);
    }
  });

  imageTest('can be drawn by press, drag and release, and dropped by a cancel', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      if (!image) continue;
      const item = { width: 200, height: 100 };
      const { gesture } = image;
      const pressed = gesture.step(gesture.start, { type: 'down', at: { x: 10, y: 10 }, tolerancePx: 3 }, item);
      expect(gesture.step(pressed.state, { type: 'cancel' }, item)).toEqual({
        state: gesture.start,
        draft: null,
        done: null,
      });
    }
  });

  textTest('covers ranges in order, none empty', () => {
    for (const shape of shapes) {
      const ranges = textKindOf(shape)?.ranges(shape) ?? [];
      expect(ranges.length).toBeGreaterThan(0);
      ranges.forEach(({ start, end }, index) => {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
      });
    }
  });
});
