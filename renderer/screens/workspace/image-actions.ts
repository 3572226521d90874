import { withoutAnswers } from '../../../shared/annotation/questions.ts';
import type { Size } from '../../../shared/core/geometry.ts';
import type { Action } from '../../app/actions.ts';
import { call } from '../../bridge.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import { reachableOf } from '../../workbench/bench-view.ts';
import { COPY_OFFSET_PX } from '../../workbench/clipboard.ts';
import { withInnerRelations } from '../../workbench/linking.ts';
import type { Bench } from '../../workbench/use-workbench.ts';
import { selectedOf } from '../../workbench/bench-selection.ts';
import type { Told } from './area-actions.ts';
import { doKindAction } from './kind-actions.ts';
import { doShapeAction } from './shape-actions.ts';
import { doViewAction } from './view-actions.ts';

interface ImageActionContext {
  readonly bench: Bench;
  readonly canvas: CanvasController | null;
  readonly item: Size;
  /** The item is hidden until the worker chooses to look. */
  readonly hidden: boolean;
  /** Says a line to the worker: what was repeated, or that nothing could be. */
  readonly tell: (told: Told | null) => void;
}

/** Does what a key or a name asks for on an image; false when the action is somebody else's. */
export function doImageAction(action: Action, { bench, canvas, item, hidden, tell }: ImageActionContext): unknown {
  const { store, editor, view, clipboard } = bench;
  const { taskId, annotations, selectedIds } = store.read();
  const selected = () => selectedOf(store.read());
  const copied = () => withInnerRelations(selected(), annotations);
  const aboutShapes = doShapeAction(action, { bench, canvas, item, tell });
  if (aboutShapes !== false) return aboutShapes;
  const aboutLooks = doViewAction(action, { bench, canvas });
  if (aboutLooks !== false) return aboutLooks;
  const aboutKinds = doKindAction(action, { bench, item, tell });
  if (aboutKinds !== false) return aboutKinds;
  switch (action) {
    case 'select':
    case 'pan':
      return store.send({ type: 'tool taken', tool: action });
    case 'look':
      return hidden ? store.send({ type: 'tool taken', tool: 'look' }) : undefined;
    case 'create':
      return canvas?.createInTheMiddle();
    case 'select-all': {
      store.send({ type: 'tool taken', tool: 'select' });
      const listed = withoutAnswers(reachableOf(view.read(), annotations), bench.questions);
      return store.send({ type: 'selected many', ids: listed.map(({ id }) => id) });
    }
    case 'copy':
      return clipboard.copy(taskId, copied());
    case 'cut':
      clipboard.copy(taskId, copied());
      return editor.removeSelected();
    case 'paste': {
      const taken = clipboard.take(taskId);
      return taken ? editor.addCopies(taken.annotations, item, taken.by) : undefined;
    }
    case 'duplicate':
      return editor.addCopies(copied(), item, { x: COPY_OFFSET_PX, y: COPY_OFFSET_PX });
    case 'repeat':
      return void repeatLast(bench, item, tell);
    case 'forward':
    case 'backward':
    case 'front':
    case 'back':
      return editor.reorder(action);
    case 'lock':
      return selectedIds.length > 0 ? view.send({ type: 'locked', ids: selectedIds }) : undefined;
    case 'unlock-all':
      return view.send({ type: 'all free' });
    case 'crosshair':
    case 'snapping':
      return view.send({ type: 'toggled', what: action });
    default:
      return false;
  }
}

/** Puts down what was handed in last for another image, as one step. */
async function repeatLast(bench: Bench, item: Size, tell: ImageActionContext['tell']): Promise<void> {
  const answer = await call('annotation.previous', { taskId: bench.store.read().taskId });
  if (!answer.ok) return;
  const { annotations } = answer.value;
  bench.editor.addCopies(annotations, item, { x: 0, y: 0 });
  tell(
    annotations.length === 0
      ? { key: 'workspace.nothingToRepeat' }
      : { key: 'workspace.repeated', values: { count: annotations.length } },
  );
}
