import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeSchema } from '../../../shared/annotation/annotation.ts';
import { toMask, toPolygon } from '../../../shared/annotation/convert.ts';
import { bitmapOfMask, maskOfBitmap } from '../../../shared/annotation/kinds/mask.ts';
import { type Bitmap, strokeBitmap, trimmed, united, without } from '../../../shared/annotation/raster/bitmap.ts';
import { bitmapOfRect, ringsOfBitmap } from '../../../shared/annotation/raster/outline.ts';
import {
  bitsOfCounts,
  countsInPicture,
  countsOfBitmap,
  countsOfText,
  textOfCounts,
} from '../../../shared/annotation/raster/rle.ts';
import { outlineOfMask } from '../../../shared/annotation/simplify.ts';
import { ringArea } from '../../../shared/annotation/shapes/lines.ts';

const item = { width: 40, height: 30 };

/** Any pixels in a window somewhere in the item: parts, holes, parts in holes, corners that touch. */
const bitmap: fc.Arbitrary<Bitmap> = fc
  .record({
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 15 }),
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 15 }),
  })
  .chain((rect) =>
    fc
      .array(fc.constantFrom(0, 1, 1), { minLength: rect.width * rect.height, maxLength: rect.width * rect.height })
      .map((bits) => ({ ...rect, bits: Uint8Array.from(bits) })),
  )
  .filter(({ bits }) => bits.includes(1));

test('run lengths give the same pixels back, as numbers and as text', () => {
  fc.assert(
    fc.property(bitmap, (one) => {
      const counts = countsOfBitmap(one);
      expect(bitsOfCounts(counts, one.width, one.height)).toEqual(one.bits);
      expect(countsOfText(textOfCounts(counts))).toEqual(counts);
    }),
  );
});

test('run lengths of any size survive as text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000_000 })), (counts) => {
      expect(countsOfText(textOfCounts(counts))).toEqual(counts);
    }),
  );
});

test('text of a stranger never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const counts = countsOfText(text);
      if (counts) expect(counts.every((count) => count >= 0)).toBe(true);
    }),
  );
});

test('a mask is the same pixels in its smallest window', () => {
  fc.assert(
    fc.property(bitmap, (one) => {
      const mask = maskOfBitmap(one);
      expect(shapeSchema.parse(mask)).toEqual(mask);
      // from the text alone, not from what is remembered
      expect(mask && bitmapOfMask({ ...mask })).toEqual(trimmed(one));
    }),
  );
});

test('a mask as a polygon and back is the same mask', () => {
  fc.assert(
    fc.property(bitmap, (one) => {
      const mask = maskOfBitmap(one);
      const polygon = mask && toPolygon(mask);
      expect(shapeSchema.parse(polygon)).toEqual(polygon);
      expect(polygon && toMask(polygon, item)).toEqual(mask);
    }),
  );
});

test('its borders enclose as much as it has pixels', () => {
  fc.assert(
    fc.property(bitmap, (one) => {
      const area = ringsOfBitmap(one).reduce((sum, ring) => sum + ringArea(ring), 0);
      expect(area).toBe(one.bits.reduce((sum, bit) => sum + bit, 0));
    }),
  );
});

test('what is painted and erased again is gone, and nothing else', () => {
  fc.assert(
    fc.property(bitmap, bitmap, (one, stroke) => {
      expect(trimmed(without(united(one, stroke), stroke))).toEqual(trimmed(without(one, stroke)));
    }),
  );
});

test('in the whole picture it covers the same pixels', () => {
  fc.assert(
    fc.property(bitmap, (one) => {
      const counts = countsInPicture(one, item);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(item.width * item.height);
      const whole = { x: 0, y: 0, ...item, bits: bitsOfCounts(counts, item.width, item.height) };
      expect(trimmed(whole)).toEqual(trimmed(one));
    }),
  );
});

// from the comments of cocoapi's own code (PythonAPI/pycocotools/mask.py, common/maskApi.c)
test('the example of cocoapi reads and writes the same', () => {
  const counts = [6, 1, 40, 4, 5, 4, 5, 4, 21];
  expect(textOfCounts(counts)).toBe('61X13mN000`0');
  expect(countsOfText('61X13mN000`0')).toEqual(counts);
});

test('as a polygon within a tolerance it keeps parts and holes, and no pixel corner lies farther off than is said', () => {
  fc.assert(
    fc.property(bitmap, fc.double({ min: 0, max: 3, noNaN: true }), (one, tolerancePx) => {
      const mask = maskOfBitmap(one);
      const outline = mask && outlineOfMask(mask, tolerancePx);
      const exact = mask && toPolygon(mask);
      if (outline?.shape.kind !== 'polygon' || exact?.kind !== 'polygon') throw new Error('no outline');
      expect(shapeSchema.parse(outline.shape)).toEqual(outline.shape);
      expect(outline.shape.parts.map(({ holes }) => holes.length)).toEqual(
        exact.parts.map(({ holes }) => holes.length),
      );
      expect(outline.errorPx).toBeLessThanOrEqual(tolerancePx + 1e-9);
      expect(outline.pointsAfter).toBeLessThanOrEqual(outline.pointsBefore);
    }),
  );
});

test('the stairs of a stroke across become lines, and a rectangle keeps its corners', () => {
  const size = { width: 200, height: 150 };
  const stroke = strokeBitmap(
    [
      { x: 20, y: 20 },
      { x: 140, y: 100 },
    ],
    12,
    size,
  );
  const mask = stroke && maskOfBitmap(stroke);
  const outline = mask && outlineOfMask(mask, 1);
  expect(outline?.pointsBefore).toBeGreaterThan(300);
  expect(outline?.pointsAfter).toBeLessThan(40);
  const rect = bitmapOfRect({ x: 10, y: 10, width: 30, height: 20 }, size);
  const box = rect && maskOfBitmap(rect);
  expect(box && outlineOfMask(box, 1)).toMatchObject({ pointsAfter: 4, errorPx: 0 });
});
