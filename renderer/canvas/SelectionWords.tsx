import { imageKindOf } from '../../shared/annotation/annotation.ts';
import { useMessages } from '../app/messages.ts';
import { type Bench, useWorkbench } from '../workbench/use-workbench.ts';

/** Tells a screen reader what is selected and where it lies; changes only when a step is done. */
export function SelectionWords({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const index = annotations.findIndex(({ id }) => id === selectedId);
  const selected = annotations[index];
  const bounds = selected ? imageKindOf(selected.shape)?.bounds(selected.shape) : undefined;
  const name = bench.labelSet.classes.find(({ id }) => id === selected?.classId)?.name ?? '';
  return (
    <p className="visually-hidden" role="status">
      {bounds
        ? say('canvas.selected', {
            name,
            place: index + 1,
            total: annotations.length,
            x: Math.round(bounds.x),
            y: Math.round(bounds.y),
            width: Math.round(bounds.width),
            height: Math.round(bounds.height),
          })
        : ''}
    </p>
  );
}
