import type { Action } from '../../app/actions.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import type { Bench } from '../../workbench/use-workbench.ts';
import { neighbourOf } from '../../workbench/bench-selection.ts';
import { type AreaActionContext, areasSelected, subtractSelected, uniteSelected } from './area-actions.ts';

interface ShapeActionContext extends AreaActionContext {
  readonly canvas: CanvasController | null;
}

/** Degrees of a turn by key, and of one with Ctrl. */
const TURN = 1;
const LARGE_TURN = 15;

/** Does what a key or a name asks for about single shapes: vertices, turns, areas, the pen; false for other actions. */
export function doShapeAction(action: Action, context: ShapeActionContext): unknown {
  const { bench, canvas, tell } = context;
  const { store } = bench;
  switch (action) {
    case 'finish':
      // false: nothing is being drawn, and somebody else may know what is complete
      return (canvas?.keys.lift() ?? false) || (canvas?.drawing('finish') ?? false);
    case 'part':
      return canvas?.drawing('part') ?? false;
    case 'undo':
      return canvas?.drawing('back') ?? false;
    case 'redo':
      return canvas?.drawing('forth') ?? false;
    case 'remove':
      return (canvas?.drawing('back') ?? false) || (canvas?.keys.changeVertex('remove') ?? false);
    case 'next-vertex':
    case 'previous-vertex':
      return canvas?.keys.takeGrip(action === 'next-vertex' ? 1 : -1) || tell({ key: 'told.noVertex' });
    case 'insert-vertex':
      return canvas?.keys.insertVertex() || tell({ key: 'told.noInsert' });
    case 'vertex-state':
      return canvas?.drawing('cycle') || canvas?.keys.changeVertex('cycle') || tell({ key: 'told.noState' });
    case 'turn-left':
    case 'turn-right':
    case 'turn-left-far':
    case 'turn-right-far': {
      const degrees = action.endsWith('far') ? LARGE_TURN : TURN;
      return canvas?.keys.turn(action.startsWith('turn-left') ? -degrees : degrees) || tell({ key: 'told.noTurn' });
    }
    case 'pen':
      return takePen(bench, canvas);
    case 'add-next':
    case 'add-previous': {
      const id = neighbourOf(store.read(), action === 'add-next' ? 1 : -1);
      if (id === null) return undefined;
      store.send({ type: 'tool taken', tool: 'select' });
      return store.send({ type: 'selected many', ids: [...store.read().selectedIds.filter((one) => one !== id), id] });
    }
    case 'unite':
      return uniteSelected(context);
    case 'subtract':
      return subtractSelected(context);
    case 'split':
      if (areasSelected(bench).length === 0) return tell({ key: 'told.area.few' });
      return store.send({ type: 'tool taken', tool: 'cut' });
    default:
      return false;
  }
}

/** The pen draws: it takes the drawing tool with it, where none is in hand that draws. */
function takePen({ store }: Bench, canvas: CanvasController | null): void {
  const { tool } = store.read();
  if (tool !== 'draw' && tool !== 'cut') store.send({ type: 'tool taken', tool: 'draw' });
  canvas?.focus();
  canvas?.keys.press();
}
