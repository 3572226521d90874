import { z } from 'zod';

/** Largest coordinate that any dataset may hold; beyond it floats stop being exact enough for 1e-6 px. */
export const COORDINATE_LIMIT = 1e7;

export const coordinateSchema = z.number().min(-COORDINATE_LIMIT).max(COORDINATE_LIMIT);

/** A point in pixels; which space (image, view) stands in the variable's name. Origin top left, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Axis-aligned, `width` and `height` never negative. */
export interface Rect extends Point, Size {}

/** The rectangle spanned by two opposite corners, in any order. */
export function rectFromCorners(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Borders count as inside. */
export function rectContains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.y >= rect.y && point.x <= rect.x + rect.width && point.y <= rect.y + rect.height;
}

/** True if the rectangles share at least a border point. */
export function rectsTouch(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** `point` moved to the nearest place inside `size`. */
export function clampToSize(point: Point, size: Size): Point {
  return { x: Math.min(Math.max(point.x, 0), size.width), y: Math.min(Math.max(point.y, 0), size.height) };
}
