import { describe, expect, test } from 'vitest';
import {
  allKinds,
  imageKindOf,
  linkKindOf,
  type Shape,
  shapeSchema,
  textKindOf,
} from '../../shared/annotation/annotation.ts';
import { fitsMedium, toolOf } from '../../renderer/app/actions.ts';
import { shortcuts } from '../../renderer/app/shortcuts.ts';
import { exampleShapes } from '../support/example-shapes.ts';

const setting = {
  width: 200,
  height: 100,
  skeleton: {
    points: [
      { name: 'nose', x: 0, y: 0 },
      { name: 'tail', x: 1, y: 1 },
    ],
    edges: [],
  },
};

/** The value once for each number in it, with that number replaced. */
function* withEachNumber(value: unknown, bad: unknown, path = ''): Generator<readonly [string, unknown]> {
  if (typeof value === 'number') yield [path, bad];
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) {
      for (const [at, spoilt] of withEachNumber(one, bad, `${path}/${index}`)) yield [at, value.with(index, spoilt)];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      for (const [at, spoilt] of withEachNumber(one, bad, `${path}/${key}`)) yield [at, { ...value, [key]: spoilt }];
    }
  }
}

test('there are kinds to check, each with its examples', () => {
  expect(allKinds.length).toBeGreaterThanOrEqual(2);
  for (const { name } of allKinds) expect(exampleShapes[name]?.length, name).toBeGreaterThan(0);
});

test('no two kinds share a tool key', () => {
  const keys = allKinds.flatMap(({ medium, shortcut }) => (shortcut === null ? [] : [`${medium} ${shortcut}`]));
  expect(new Set(keys).size).toBe(keys.length);
});

test('no tool key is taken by something else in the workspace', () => {
  const taken = (medium: 'image' | 'text') =>
    shortcuts
      .filter(({ action, ctrl, shift }) => !ctrl && !shift && fitsMedium(action, medium))
      .filter(({ action }) => toolOf(action) === null)
      .flatMap(({ codes }) => codes);
  const clashes = allKinds.filter(
    ({ medium, shortcut }) =>
      shortcut !== null &&
      (medium === 'link'
        ? [...taken('text'), ...taken('image')]
        : taken(medium === 'text' ? 'text' : 'image')
      ).includes(shortcut),
  );
  expect(clashes.map(({ name }) => name)).toEqual([]);
});

test('each kind that is no span has its tool key and its name, or is asked in the panel of questions', () => {
  for (const { name, medium, shortcut } of allKinds) {
    if (medium === 'text') continue;
    const keys = shortcuts.find(({ action }) => toolOf(action) === name)?.codes;
    expect(keys, name).toEqual(shortcut === null ? undefined : [shortcut]);
  }
});

describe.each(allKinds.map((kind) => ({ name: kind.name, kind })))('$name', ({ name, kind }) => {
  const shapes = exampleShapes[name] ?? [];
  const only = (medium: 'image' | 'text' | 'link') => (title: string, run: () => void) =>
    kind.medium === medium && test(title, run);
  const imageTest = only('image');
  const textTest = only('text');
  const linkTest = only('link');

  test('reads back what it wrote', () => {
    for (const shape of shapes) {
      expect(shapeSchema.parse(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
      expect(kind.schema.parse(shape)).toEqual(shape);
    }
  });

  test('refuses what is no number at any depth, and unknown fields', () => {
    for (const shape of shapes) {
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e16, '1', null]) {
        for (const [path, spoilt] of withEachNumber(shape, bad)) {
          expect(kind.schema.safeParse(spoilt).success, `${path}: ${String(bad)}`).toBe(false);
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
        expect(x).toBeGreaterThanOrEqual(bounds.x - 1e-6);
        expect(y).toBeGreaterThanOrEqual(bounds.y - 1e-6);
        expect(x).toBeLessThanOrEqual(bounds.x + bounds.width + 1e-6);
        expect(y).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-6);
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

  imageTest('drops what was begun on a cancel', () => {
    const image = imageKindOf(shapes[0] as Shape);
    if (!image) throw new Error('not an image kind');
    const { gesture } = image;
    const pressed = gesture.step(gesture.start, { type: 'down', at: { x: 10, y: 10 }, tolerancePx: 3 }, setting);
    expect(gesture.step(pressed.state, { type: 'cancel' }, setting)).toEqual({
      state: gesture.start,
      draft: null,
      done: null,
    });
  });

  imageTest('keeps nothing of keys alone', () => {
    const image = imageKindOf(shapes[0] as Shape);
    if (!image) throw new Error('not an image kind');
    const { gesture } = image;
    for (const type of ['finish', 'part', 'back', 'cancel'] as const) {
      expect(gesture.step(gesture.start, { type }, setting)).toMatchObject({ state: gesture.start, done: null });
    }
  });

  imageTest('fills a rectangle when drawn from the keyboard, and stays inside it', () => {
    const image = imageKindOf(shapes[0] as Shape);
    const rect = { x: 20, y: 10, width: 60, height: 40 };
    const shape = image?.inRect(rect, setting);
    if (!image || !shape) throw new Error('nothing drawn');
    expect(shapeSchema.parse(shape)).toEqual(shape);
    const bounds = image.bounds(shape);
    expect(bounds.x).toBeGreaterThanOrEqual(20);
    expect(bounds.y).toBeGreaterThanOrEqual(10);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(80);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(50);
  });

  imageTest('is what it was without a vertex that was put in', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      const at = image?.outline(shape)[0]?.[0];
      const more = at && image?.insertVertex?.(shape, { x: at.x + 0.25, y: at.y }, 5);
      if (!more) continue;
      expect(shapeSchema.parse(more.shape)).toEqual(more.shape);
      expect(more.shape).not.toEqual(shape);
      expect(image?.removeVertex?.(more.shape, more.handleId)).toEqual(shape);
    }
  });

  imageTest('can lose vertices until nothing would be left, and is whole each time', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      let left: Shape | null = shape;
      for (let turn = 0; left && image?.removeVertex && turn < 100; turn += 1) {
        expect(shapeSchema.parse(left)).toEqual(left);
        left = image.removeVertex(left, image.handles(left)[0]?.id ?? '');
      }
      if (image?.removeVertex) expect(left).toBeNull();
    }
  });

  imageTest('is where it was after a turn there and back', () => {
    for (const shape of shapes) {
      const image = imageKindOf(shape);
      if (!image?.rotate) continue;
      const turned = image.rotate(shape, 90);
      expect(shapeSchema.parse(turned)).toEqual(turned);
      const before = image.bounds(shape);
      const after = image.bounds(image.rotate(turned, -90));
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(after[side]).toBeCloseTo(before[side], 6);
    }
  });

  linkTest('joins the ends that it was made of, and never one with itself', () => {
    for (const shape of shapes) {
      const link = linkKindOf(shape);
      if (!link) throw new Error('not a link');
      const { from, to } = link.ends(shape);
      expect(link.between(from, to)).toEqual(shape);
      expect(link.ends(link.between(to, from))).toEqual({ from: to, to: from });
      expect(link.schema.safeParse(link.between(from, from)).success).toBe(false);
      expect(link.schema.safeParse(link.between('../x', to)).success).toBe(false);
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
