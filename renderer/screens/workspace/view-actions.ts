import type { Action } from '../../app/actions.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';
import { selectedOf } from '../../workbench/bench-selection.ts';

interface ViewActionContext {
  readonly bench: ReadableBench;
  readonly canvas: CanvasController | null;
}

/** How a picture and its annotations are looked at: nothing of it changes them. False when the action is no such. */
export function doViewAction(action: Action, { bench: { store, view }, canvas }: ViewActionContext): unknown {
  switch (action) {
    case 'fit':
      return canvas?.viewport.fit();
    case 'actual':
      return canvas?.viewport.actual();
    case 'zoom-in':
      return canvas?.viewport.zoomIn();
    case 'zoom-out':
      return canvas?.viewport.zoomOut();
    case 'hide': {
      const ids = selectedOf(store.read()).map(({ id }) => id);
      return ids.length > 0 ? view.send({ type: 'hidden', ids }) : undefined;
    }
    case 'show-all':
      return view.send({ type: 'all shown' });
    case 'labels':
    case 'navigator':
      return view.send({ type: 'toggled', what: action });
    case 'fainter':
    case 'stronger':
      return view.send({ type: 'opacity', value: view.read().opacity + (action === 'fainter' ? -0.1 : 0.1) });
    default:
      return false;
  }
}
