import type { Annotation } from '../../shared/annotation/annotation.ts';
import { makeBox } from '../support/make-facts.ts';

export const IMAGE = { width: 1920, height: 1080 };

/** What is on the picture: boxes, or polygons of 20 points. */
export const shapeKinds = ['box', 'polygon'] as const;
export type ShapeKind = (typeof shapeKinds)[number];

const POINTS = 20;

/** Spread evenly over the picture, the same in every run. */
export function annotationsFor(kind: ShapeKind, count: number): readonly Annotation[] {
  const across = Math.ceil(Math.sqrt((count * IMAGE.width) / IMAGE.height));
  const cell = IMAGE.width / across;
  return Array.from({ length: count }, (_, order) => {
    const x = (order % across) * cell;
    const y = (Math.floor(order / across) * cell) % (IMAGE.height - cell);
    const size = { width: cell * 0.8, height: cell * 0.7 };
    const shape =
      kind === 'box'
        ? { kind, x, y, ...size }
        : { kind, parts: [{ outer: roundAbout({ x: x + size.width / 2, y: y + size.height / 2 }, size), holes: [] }] };
    return makeBox(`shape-${order}`, { order, shape });
  });
}

/** So many relations, each from one of them to its neighbour. */
export function relationsBetween(annotations: readonly Annotation[], count: number): readonly Annotation[] {
  return annotations.slice(0, count).map(({ id: from }, at) => {
    const to = annotations[at + 1]?.id ?? '';
    const shape = { kind: 'relation', from, to } as const;
    return makeBox(`relation-${at}`, { classId: 'near', order: annotations.length + at, shape });
  });
}

/** The rings of the shapes, flat: x, y, x, y…; what canvases without our code draw. */
export function ringsOf(annotations: readonly Annotation[]): readonly (readonly number[])[] {
  return annotations.map(({ shape }) => {
    if (shape.kind === 'polygon') return (shape.parts[0]?.outer ?? []).flatMap(({ x, y }) => [x, y]);
    if (shape.kind !== 'box') return [];
    const { x, y, width, height } = shape;
    return [x, y, x + width, y, x + width, y + height, x, y + height];
  });
}

function roundAbout(centre: { x: number; y: number }, size: { width: number; height: number }) {
  return Array.from({ length: POINTS }, (_, at) => {
    const angle = (2 * Math.PI * at) / POINTS;
    return { x: centre.x + (size.width / 2) * Math.cos(angle), y: centre.y + (size.height / 2) * Math.sin(angle) };
  });
}
