import { z } from 'zod';
import type { Shape } from '../annotation/annotation.ts';
import { maskOfBitmap } from '../annotation/kinds/mask.ts';
import { skeleton } from '../annotation/kinds/skeleton.ts';
import { bitsOfCounts, countsOfText } from '../annotation/raster/rle.ts';
import type { SkeletonTemplate } from '../project/label-set.ts';

/** Most pixels of a mask from a stranger's file. */
const MOST_PIXELS = 100_000_000;

export const segmentationSchema = z.union([
  z.array(z.array(z.number())),
  z.object({
    size: z.tuple([z.int().min(1), z.int().min(1)]),
    counts: z.union([z.string(), z.array(z.int().min(0))]),
  }),
]);
type Segmentation = z.infer<typeof segmentationSchema>;

/** The shape of a segmentation: lists of corners are the parts of a polygon, run lengths a mask. Null: it is broken. */
export function shapeOfSegmentation(segmentation: Segmentation): Shape | null {
  if (Array.isArray(segmentation)) {
    if (segmentation.some((ring) => ring.length < 6 || ring.length % 2 === 1)) return null;
    const parts = segmentation.map((ring) => ({ outer: pairs(ring), holes: [] }));
    return { kind: 'polygon', parts };
  }
  const [height, width] = segmentation.size;
  const counts = typeof segmentation.counts === 'string' ? countsOfText(segmentation.counts) : segmentation.counts;
  if (!counts || width * height > MOST_PIXELS) return null;
  if (counts.reduce((sum, count) => sum + count, 0) !== width * height) return null;
  return maskOfBitmap({ x: 0, y: 0, width, height, bits: bitsOfCounts(counts, width, height) });
}

function pairs(ring: readonly number[]): { x: number; y: number }[] {
  return Array.from({ length: ring.length / 2 }, (_, index) => ({
    x: ring[2 * index] ?? 0,
    y: ring[2 * index + 1] ?? 0,
  }));
}

/** A skeleton from `keypoints`, named by its category. Null: it does not fit the category, or nothing is in the picture. */
export function shapeOfKeypoints(keypoints: readonly number[], template: SkeletonTemplate): Shape | null {
  if (keypoints.length !== template.points.length * 3) return null;
  const points = template.points.map(({ name }, index) => {
    const [x, y, v] = keypoints.slice(index * 3, index * 3 + 3);
    return v === 0 ? { name, visibility: 'absent' } : { name, visibility: v === 1 ? 'hidden' : 'visible', x, y };
  });
  const shape = skeleton.schema.safeParse({ kind: 'skeleton', points, edges: template.edges });
  return shape.success ? shape.data : null;
}

/** The key points of a category with its bones, which COCO counts from 1; spread over a grid, as COCO has no places. */
export function templateOf(names: readonly string[], bones: readonly (readonly number[])[]): SkeletonTemplate | null {
  if (names.length === 0) return null;
  const columns = Math.ceil(Math.sqrt(names.length));
  const share = (place: number): number => (columns === 1 ? 0.5 : place / (columns - 1));
  const edges = bones.flatMap(([from = 0, to = 0]): [number, number][] => {
    const fits = [from, to].every((place) => Number.isInteger(place) && place >= 1 && place <= names.length);
    return fits ? [[from - 1, to - 1]] : [];
  });
  const points = names.map((name, index) => ({
    name,
    x: share(index % columns),
    y: share(Math.floor(index / columns)),
  }));
  return { points, edges };
}
