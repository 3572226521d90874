import { z } from 'zod';
import { clampToSize, type Point, type Size } from '../../core/geometry.ts';
import type { Brush, DrawGesture, GestureStep, ImageKind } from '../kind.ts';
import { type Bitmap, enclosedArea, isSet, strokeBitmap, trimmed, united, without } from '../raster/bitmap.ts';
import { bitmapOfParts, bitmapOfRect, ringsOfBitmap } from '../raster/outline.ts';
import { bitsOfCounts, countsOfBitmap, countsOfText, textOfCounts } from '../raster/rle.ts';
import { distance } from '../shapes/lines.ts';
import type { Line } from '../shapes/path-gesture.ts';

/** Most pixels of the window around a mask, so that a stranger's file cannot ask for all memory. */
const MOST_PIXELS = 100_000_000;

const place = z.int().min(-1e7).max(1e7);
const side = z.int().min(1).max(1e7);

/** Pixels in a window at (`x`, `y`). `counts` are COCO's compressed run lengths of the window, column by column. */
const maskSchema = z
  .strictObject({
    kind: z.literal('mask'),
    x: place,
    y: place,
    width: side,
    height: side,
    counts: z.string().min(1).max(50_000_000),
  })
  .refine(({ width, height }) => width * height <= MOST_PIXELS, { message: 'its window is too large' })
  .refine(
    ({ width, height, counts }) => {
      const runs = countsOfText(counts);
      return runs !== null && runs.length > 1 && runs.reduce((sum, run) => sum + run, 0) === width * height;
    },
    { message: 'its run lengths do not cover its window' },
  );
export type Mask = z.infer<typeof maskSchema>;

const bitmaps = new WeakMap<Mask, Bitmap>();
const outlines = new WeakMap<Mask, readonly Line[]>();

/** The pixels of a mask; worked out once for each. */
export function bitmapOfMask(shape: Mask): Bitmap {
  const known = bitmaps.get(shape);
  if (known) return known;
  const { x, y, width, height, counts } = shape;
  const bitmap = { x, y, width, height, bits: bitsOfCounts(countsOfText(counts) ?? [], width, height) };
  bitmaps.set(shape, bitmap);
  return bitmap;
}

/** The mask of these pixels in its smallest window; null when none is set. */
export function maskOfBitmap(bitmap: Bitmap): Mask | null {
  const small = trimmed(bitmap);
  if (!small) return null;
  const { x, y, width, height } = small;
  const shape: Mask = { kind: 'mask', x, y, width, height, counts: textOfCounts(countsOfBitmap(small)) };
  bitmaps.set(shape, small);
  return shape;
}

function outline(shape: Mask): readonly Line[] {
  const known = outlines.get(shape);
  if (known) return known;
  const rings = ringsOfBitmap(bitmapOfMask(shape));
  outlines.set(shape, rings);
  return rings;
}

interface State {
  /** What the stroke goes on with. */
  readonly base: Mask | null;
  readonly stroke: readonly Point[];
  readonly brush: Brush | null;
}

const start: State = { base: null, stroke: [], brush: null };
const defaultBrush: Brush = { mode: 'paint', radiusPx: 10 };

/** A stroke: paint adds what the brush touches, erase takes it away, fill takes the area of a loop or of a hole. */
const gesture: DrawGesture<State, Mask> = {
  start,
  staysInHand: true,
  holds: () => true,
  resume: (shape) => ({ ...start, base: shape }),
  step(state, event, setting) {
    switch (event.type) {
      case 'cancel':
      case 'back':
        return { state: start, draft: null, done: null };
      case 'finish':
      case 'part':
      case 'cycle':
        return { state, draft: null, done: null };
      default:
    }
    const at = clampToSize(event.at, setting);
    const { brush } = state;
    if (event.type === 'down') {
      const wanted = setting.brush ?? defaultBrush;
      const mode = event.alt ? (wanted.mode === 'erase' ? ('paint' as const) : ('erase' as const)) : wanted.mode;
      return shown({ ...state, stroke: [at], brush: { ...wanted, mode } });
    }
    if (!brush) {
      const { mode, radiusPx } = setting.brush ?? defaultBrush;
      const trace = { lines: [[at]], dots: [], ...(mode === 'fill' ? {} : { widthPx: radiusPx * 2 }) };
      return { state, draft: null, done: null, trace };
    }
    const last = state.stroke.at(-1);
    const stroke = last && distance(last, at) < 0.5 ? state.stroke : [...state.stroke, at];
    if (event.type === 'move') return shown({ ...state, stroke });
    const after = afterStroke({ ...state, stroke }, setting);
    if (after === state.base) return { state: start, draft: null, done: null };
    return { state: start, draft: null, done: after, emptied: after === null && state.base !== null };
  },
};

function shown(state: State): GestureStep<State, Mask> {
  const { brush, stroke } = state;
  const isLoop = brush?.mode === 'fill';
  const [first] = stroke;
  const line = isLoop && first ? [...stroke, first] : stroke;
  const trace = {
    lines: [line],
    dots: [],
    ...(isLoop || !brush ? {} : { widthPx: brush.radiusPx * 2 }),
    ...(brush?.mode === 'erase' ? { removes: true } : {}),
  };
  return { state, draft: null, done: null, trace };
}

function afterStroke({ base, stroke, brush }: State, item: Size): Mask | null {
  const before = base && bitmapOfMask(base);
  const { mode, radiusPx } = brush ?? defaultBrush;
  const touched = mode === 'fill' ? filledBy(stroke, before, item) : strokeBitmap(stroke, radiusPx, item);
  if (!touched) return base;
  if (mode === 'erase') return before && maskOfBitmap(without(before, touched));
  return maskOfBitmap(before ? united(before, touched) : touched);
}

/** A loop fills what it encloses; a click fills the hole under it. */
function filledBy(stroke: readonly Point[], before: Bitmap | null, item: Size): Bitmap | null {
  const [first] = stroke;
  if (stroke.length >= 3) return bitmapOfParts([{ outer: stroke, holes: [] }], item);
  return first && before ? enclosedArea(before, first) : null;
}

/** Nearest whole number, halves away from zero, so that a move there and back ends where it began. */
function whole(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value)) || 0;
}

/** Pixels painted with a brush. */
export const mask: ImageKind<'mask', typeof maskSchema> = {
  name: 'mask',
  medium: 'image',
  schema: maskSchema,
  shortcut: 'KeyM',
  closed: true,
  tinted: true,
  bounds: ({ x, y, width, height }) => ({ x, y, width, height }),
  outline,
  contains: (shape, point) => isSet(bitmapOfMask(shape), Math.floor(point.x), Math.floor(point.y)),
  translate: (shape, by) => ({ ...shape, x: shape.x + whole(by.x), y: shape.y + whole(by.y) }),
  handles: () => [],
  moveHandle: (shape) => shape,
  inRect(rect, item) {
    const bitmap = bitmapOfRect(rect, item);
    return bitmap && maskOfBitmap(bitmap);
  },
  gesture,
};
