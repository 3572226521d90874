import { z } from 'zod';
import { clampToSize, coordinateSchema, type Point, type Rect, rectFromCorners } from '../../core/geometry.ts';
import type { SkeletonTemplate } from '../../project/label-set.ts';
import type { DrawGesture, GestureStep, ImageKind } from '../kind.ts';
import { boundsOfLines, distance, meanOf, translatedPoint, turnedPoint } from '../shapes/lines.ts';

const name = z.string().min(1).max(100);

/** `visible`: to be seen. `hidden`: its place is known, but something lies before it. `absent`: not in the picture. */
const keypointSchema = z.discriminatedUnion('visibility', [
  z.strictObject({ name, visibility: z.enum(['visible', 'hidden']), x: coordinateSchema, y: coordinateSchema }),
  z.strictObject({ name, visibility: z.literal('absent') }),
]);
type Keypoint = z.infer<typeof keypointSchema>;
type Placed = Extract<Keypoint, { x: number }>;

/** Carries its own bones, so that it stays whole when the label set changes. */
const skeletonSchema = z
  .strictObject({
    kind: z.literal('skeleton'),
    points: z.array(keypointSchema).min(1).max(500),
    edges: z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(2000),
  })
  .refine(({ points }) => points.some(isPlaced), { message: 'a skeleton has a key point in the picture' })
  .refine(({ points, edges }) => edges.every((edge) => edge.every((place) => place < points.length)), {
    message: 'a bone joins two key points that exist',
  });
export type Skeleton = z.infer<typeof skeletonSchema>;

function isPlaced(point: Keypoint): point is Placed {
  return point.visibility !== 'absent';
}

interface State {
  /** Where the last point was pressed, whether or not it is there. */
  readonly lastAt: Point | null;
  /** Where the button went down; a drag from there puts the whole skeleton down at once. */
  readonly pressed: Point | null;
  readonly points: readonly Keypoint[];
  readonly pointer: Point | null;
}

const start: State = { lastAt: null, pressed: null, points: [], pointer: null };
const nothing = (state: State): GestureStep<State, Skeleton> => ({ state, draft: null, done: null });

/**
 * Click after click, in the order of the class's key points: with Shift one that is hidden, with Alt one that is not
 * there. Enter ends early, the rest is absent. Or drag a rectangle: the whole skeleton stands in it.
 */
const gesture: DrawGesture<State, Skeleton> = {
  start,
  step(state, event, setting) {
    const { skeleton: template } = setting;
    if (event.type === 'cancel' || !template) return nothing(start);
    switch (event.type) {
      case 'finish':
      case 'part':
        return finish(state, template);
      case 'back':
        return state.points.length > 1
          ? shown({ ...state, lastAt: null, points: state.points.slice(0, -1) }, template)
          : nothing(start);
      case 'cycle':
        return state.points.length > 0 ? shown(cycled(state), template) : nothing(state);
      default:
    }
    const at = clampToSize(event.at, setting);
    switch (event.type) {
      case 'down': {
        const { name: next = '' } = template.points[state.points.length] ?? {};
        const visibility = event.shift ? ('hidden' as const) : ('visible' as const);
        const point: Keypoint = event.alt
          ? { name: next, visibility: 'absent' }
          : { name: next, visibility, x: at.x, y: at.y };
        return shown({ lastAt: at, pressed: at, points: [...state.points, point], pointer: at }, template);
      }
      case 'move':
        if (state.points.length === 0) return nothing(state);
        if (isDrag(state, at, event.tolerancePx)) {
          return {
            state: { ...state, pointer: at },
            draft: fromTemplate(template, rectBetween(state, at)),
            done: null,
          };
        }
        return shown({ ...state, pointer: at }, template);
      case 'up': {
        if (state.points.length === 0) return nothing(state);
        if (isDrag(state, at, event.tolerancePx)) {
          return { ...nothing(start), done: fromTemplate(template, rectBetween(state, at)) };
        }
        const released = { ...state, pressed: null };
        return state.points.length === template.points.length ? finish(released, template) : shown(released, template);
      }
    }
  },
};

/** The last point in its next state: to be seen, hidden, not there, to be seen again. */
function cycled(state: State): State {
  const last = state.points.at(-1);
  if (!last) return state;
  const { x, y } = isPlaced(last) ? last : (state.lastAt ?? state.pointer ?? { x: 0, y: 0 });
  const next: Keypoint =
    last.visibility === 'hidden'
      ? { name: last.name, visibility: 'absent' }
      : { name: last.name, visibility: last.visibility === 'visible' ? 'hidden' : 'visible', x, y };
  return { ...state, points: [...state.points.slice(0, -1), next] };
}

/** Only the first press may become a drag; later ones place a point each. */
function isDrag({ pressed, points }: State, at: Point, tolerancePx: number): boolean {
  return pressed !== null && points.length === 1 && distance(pressed, at) >= tolerancePx * 2;
}

function rectBetween({ pressed }: State, at: Point): Rect {
  return rectFromCorners(pressed ?? at, at);
}

function complete(points: readonly Keypoint[], template: SkeletonTemplate): Skeleton | null {
  const all = template.points.map((one, index): Keypoint => points[index] ?? { name: one.name, visibility: 'absent' });
  return all.some(isPlaced) ? { kind: 'skeleton', points: all, edges: template.edges } : null;
}

function finish(state: State, template: SkeletonTemplate): GestureStep<State, Skeleton> {
  const done = state.points.length > 0 ? complete(state.points, template) : null;
  return { ...nothing(done || state.points.length > 0 ? start : state), done };
}

function shown(state: State, template: SkeletonTemplate): GestureStep<State, Skeleton> {
  const last = state.points.findLast(isPlaced);
  const lines = last && state.pointer ? [[{ x: last.x, y: last.y }, state.pointer]] : [];
  return { state, draft: complete(state.points, template), done: null, trace: { lines, dots: [] } };
}

function fromTemplate({ points, edges }: SkeletonTemplate, { x, y, width, height }: Rect): Skeleton {
  return {
    kind: 'skeleton',
    points: points.map((one) => ({
      name: one.name,
      visibility: 'visible',
      x: x + one.x * width,
      y: y + one.y * height,
    })),
    edges,
  };
}

function mapPlaced(shape: Skeleton, change: (point: Placed, index: number) => Point): Skeleton {
  const points = shape.points.map((point, index) => {
    if (!isPlaced(point)) return point;
    const { x, y } = change(point, index);
    return { ...point, x, y };
  });
  return { ...shape, points };
}

function boundsOf({ points }: Skeleton): Rect {
  return boundsOfLines([points.filter(isPlaced)]);
}

/** Bones between points that are in the picture, and each point that no bone holds. */
function outline({ points, edges }: Skeleton): readonly (readonly Point[])[] {
  const at = (index: number): Point | null => {
    const point = points[index];
    return point && isPlaced(point) ? { x: point.x, y: point.y } : null;
  };
  const bones = edges.flatMap(([from, to]) => {
    const [a, b] = [at(from), at(to)];
    return a && b ? [[a, b]] : [];
  });
  return [...bones, ...points.filter(isPlaced).map(({ x, y }) => [{ x, y }])];
}

/** Key points with bones between them. */
export const skeleton: ImageKind<'skeleton', typeof skeletonSchema> = {
  name: 'skeleton',
  medium: 'image',
  schema: skeletonSchema,
  shortcut: 'KeyK',
  closed: false,
  bounds: boundsOf,
  outline,
  dots: ({ points }) =>
    points.filter(isPlaced).map(({ x, y, visibility }) => ({ at: { x, y }, hollow: visibility === 'hidden' })),
  contains: () => false,
  translate: (shape, by) => mapPlaced(shape, (point) => translatedPoint(point, by)),
  handles: ({ points }) =>
    points.flatMap((point, index) =>
      isPlaced(point) ? [{ id: String(index), at: { x: point.x, y: point.y }, cursor: 'move', isVertex: true }] : [],
    ),
  moveHandle: (shape, handleId, to) => mapPlaced(shape, (point, index) => (String(index) === handleId ? to : point)),
  rotate(shape, byDegrees) {
    const centre = meanOf(shape.points.filter(isPlaced));
    return mapPlaced(shape, (point) => turnedPoint(point, centre, byDegrees));
  },
  inRect: (rect, { skeleton: template }) => (template ? fromTemplate(template, rect) : null),
  /** The first key point that is not there yet is at this place after all. */
  insertVertex(shape, { x, y }) {
    const place = shape.points.findIndex((point) => !isPlaced(point));
    const { name: missing } = shape.points[place] ?? {};
    if (missing === undefined) return null;
    const point: Keypoint = { name: missing, visibility: 'visible', x, y };
    return { shape: { ...shape, points: shape.points.with(place, point) }, handleId: String(place) };
  },
  /** Visible, then hidden, then visible again: what is not there is said with `removeVertex`. */
  cycleVertex: (shape, handleId) => ({
    ...shape,
    points: shape.points.map((point, index) =>
      String(index) === handleId && isPlaced(point)
        ? { ...point, visibility: point.visibility === 'visible' ? 'hidden' : 'visible' }
        : point,
    ),
  }),
  /** The point is not in the picture; the last one cannot go. */
  removeVertex(shape, handleId) {
    const points = shape.points.map((point, index): Keypoint =>
      String(index) === handleId ? { name: point.name, visibility: 'absent' } : point,
    );
    return points.some(isPlaced) ? { ...shape, points } : null;
  },
  gesture,
};
