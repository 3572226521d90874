import { type Annotation, imageKindOf } from '../../shared/annotation/annotation.ts';
import type { Say } from '../../shared/i18n/say.ts';
import { useMessages } from '../app/messages.ts';
import { type ReadableBench, useWorkbench } from '../workbench/use-workbench.ts';
import { gripsOf } from './gestures/vertices.ts';

/** Tells a screen reader what is selected and where it lies, or the vertex in hand; changes only when a step is done. */
export function SelectionWords({ bench }: { bench: ReadableBench }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const gripId = useWorkbench(bench, (state) => state.gripId);
  const index = annotations.findIndex(({ id }) => id === selectedId);
  const selected = annotations[index];
  const bounds = selected ? imageKindOf(selected.shape)?.bounds(selected.shape) : undefined;
  const name = bench.labelSet.classes.find(({ id }) => id === selected?.classId)?.name ?? '';
  const grip = selected ? sayGrip(say, selected, gripId) : null;
  return (
    <p className="visually-hidden" role="status" data-testid="selection">
      {grip ??
        (bounds
          ? say('canvas.selected', {
              name,
              place: index + 1,
              total: annotations.length,
              x: Math.round(bounds.x),
              y: Math.round(bounds.y),
              width: Math.round(bounds.width),
              height: Math.round(bounds.height),
            })
          : '')}
    </p>
  );
}

/** The vertex or grip in hand in words; null when there is none. */
function sayGrip(say: Say, { shape, ...rest }: Annotation, gripId: string | null): string | null {
  const grips = gripsOf({ shape, ...rest });
  const index = grips.findIndex(({ id }) => id === gripId);
  const grip = grips[index];
  if (!grip) return null;
  const at = { x: Math.round(grip.at.x), y: Math.round(grip.at.y) };
  if (shape.kind === 'skeleton') {
    const point = shape.points[Number(grip.id)];
    return point ? say(`canvas.keyPoint.${point.visibility}`, { name: point.name, ...at }) : null;
  }
  if (grip.isVertex) return say('canvas.vertex', { place: index + 1, total: grips.length, ...at });
  return isGripName(grip.id) ? say(`canvas.grip.${grip.id}`, at) : null;
}

const gripNames = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'rotate'] as const;

function isGripName(id: string): id is (typeof gripNames)[number] {
  return gripNames.some((name) => name === id);
}
