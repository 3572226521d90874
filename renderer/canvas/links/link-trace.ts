import type { Trace } from '../../../shared/annotation/kind.ts';
import type { Workbench } from '../../workbench/workbench.ts';
import { lineFrom } from '../gestures/link-gesture.ts';

/** From the start of a relation to the annotation that keys chose as its end; null while there is no such line. */
export function linkTrace({ tool, linkFrom, selectedId, annotations }: Workbench): Trace | null {
  if (tool !== 'link' || linkFrom === null || selectedId === linkFrom) return null;
  const of = (id: string | null) => annotations.find((one) => one.id === id);
  const end = lineFrom(of(selectedId), { x: 0, y: 0 });
  const line = end && lineFrom(of(linkFrom), end[0]);
  return line && { lines: [line], dots: line };
}
