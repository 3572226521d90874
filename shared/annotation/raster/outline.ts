import type { Point, Rect, Size } from '../../core/geometry.ts';
import { boundsOfLines, ringArea, ringContains } from '../shapes/lines.ts';
import type { Line } from '../shapes/path-gesture.ts';
import { type Bitmap, emptyBitmap, pixelsAround } from './bitmap.ts';

/** Right, down, left, up: the way along a border that has the mask on its right hand. */
const ways = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** Borders of the set pixels as rings along pixel edges: outer ones clockwise on the screen, holes the other way. */
export function ringsOfBitmap({ x: left, y: top, width, height, bits }: Bitmap): readonly Line[] {
  const columns = width + 1;
  const leaving = new Uint8Array(columns * (height + 1));
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (bits[y * width + x] ?? 0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (bits[y * width + x] !== 1) continue;
      const corner = y * columns + x;
      if (at(x, y - 1) === 0) leaving[corner] = (leaving[corner] ?? 0) | 1;
      if (at(x + 1, y) === 0) leaving[corner + 1] = (leaving[corner + 1] ?? 0) | 2;
      if (at(x, y + 1) === 0) leaving[corner + columns + 1] = (leaving[corner + columns + 1] ?? 0) | 4;
      if (at(x - 1, y) === 0) leaving[corner + columns] = (leaving[corner + columns] ?? 0) | 8;
    }
  }
  const rings: Line[] = [];
  for (let start = 0; start < leaving.length; start += 1) {
    while (((leaving[start] ?? 0) & 1) !== 0) rings.push(walk(leaving, columns, start, { x: left, y: top }));
  }
  return rings;
}

/** Follows one border and takes its edges away; where two meet it turns right, so that pixels joined by a corner part. */
function walk(leaving: Uint8Array, columns: number, start: number, origin: Point): Line {
  const ring: Line = [];
  let corner = start;
  let way = 0;
  let before = -1;
  do {
    if (way !== before) ring.push({ x: origin.x + (corner % columns), y: origin.y + Math.floor(corner / columns) });
    leaving[corner] = (leaving[corner] ?? 0) & ~(1 << way);
    const step = ways[way];
    corner += (step?.x ?? 0) + (step?.y ?? 0) * columns;
    before = way;
    const open = leaving[corner] ?? 0;
    way = [(way + 1) % 4, way, (way + 3) % 4].find((next) => (open & (1 << next)) !== 0) ?? -1;
  } while (corner !== start && way !== -1);
  return ring;
}

/** Rings sorted into parts with their holes. */
export function partsOfBitmap(bitmap: Bitmap): { outer: Line; holes: Line[] }[] {
  const rings = ringsOfBitmap(bitmap);
  const parts = rings
    .filter((ring) => ringArea(ring) > 0)
    .map((outer) => ({ outer, holes: [] as Line[], area: ringArea(outer) }))
    .toSorted((a, b) => a.area - b.area);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const { x = 0, y = 0 } = hole[0] ?? {};
    // A ring begins on the upper edge of a set pixel: the part that this pixel is of has the hole.
    const inMask = { x: x + 0.5, y: y + 0.5 };
    parts.find(({ outer }) => ringContains(outer, inMask))?.holes.push(hole);
  }
  return parts.map(({ outer, holes }) => ({ outer, holes }));
}

/** Every pixel of the item whose middle lies in a part and in none of its holes; null when there is none. */
export function bitmapOfParts(
  parts: readonly { readonly outer: readonly Point[]; readonly holes: readonly (readonly Point[])[] }[],
  item: Size,
): Bitmap | null {
  const pixels = pixelsAround(boundsOfLines(parts.map(({ outer }) => outer)), item);
  if (!pixels) return null;
  const bitmap = emptyBitmap(pixels);
  for (const { outer, holes } of parts) fillRings(bitmap, [outer, ...holes]);
  return bitmap.bits.includes(1) ? bitmap : null;
}

function fillRings(bitmap: Bitmap, rings: readonly (readonly Point[])[]): void {
  for (let row = 0; row < bitmap.height; row += 1) {
    const y = bitmap.y + row + 0.5;
    const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).toSorted((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(Math.ceil((crossings[pair] ?? 0) - bitmap.x - 0.5), 0);
      const to = Math.min(Math.ceil((crossings[pair + 1] ?? 0) - bitmap.x - 0.5), bitmap.width);
      if (to > from) bitmap.bits.fill(1, row * bitmap.width + from, row * bitmap.width + to);
    }
  }
}

function crossingsOf(ring: readonly Point[], y: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
    const a = ring[index] as Point;
    const b = ring[last] as Point;
    if (a.y > y !== b.y > y) found.push(((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x);
  }
  return found;
}

export function bitmapOfRect(rect: Rect, item: Size): Bitmap | null {
  const pixels = pixelsAround(rect, item);
  if (!pixels) return null;
  const bitmap = emptyBitmap(pixels);
  bitmap.bits.fill(1);
  return bitmap;
}
