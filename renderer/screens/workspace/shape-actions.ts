import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import type { MessageKey } from '../../../shared/i18n/locale.ts';
import type { Action } from '../../app/shortcuts.ts';
import { type AreaPlan, planCut, planSubtraction, planUnion } from '../../canvas/areas/areas.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import { reachableOf } from '../../workbench/bench-view.ts';
import type { Bench } from '../../workbench/use-workbench.ts';
import { neighbourOf } from '../../workbench/workbench.ts';

/** A line said to the worker: what was done where it cannot be seen, or why nothing was. */
export interface Told {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

interface ShapeActionContext {
  readonly bench: Bench;
  readonly canvas: CanvasController | null;
  readonly item: Size;
  readonly tell: (told: Told) => void;
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
      return carryOut(planUnion(inOrderOfSelection(bench), areaContext(context)), context);
    case 'subtract':
      return carryOut(planSubtraction(inOrderOfSelection(bench), areaContext(context)), context);
    case 'split':
      if (inOrderOfSelection(bench).length === 0) return tell({ key: 'told.area.few' });
      return store.send({ type: 'tool taken', tool: 'cut' });
    default:
      return false;
  }
}

/** Cuts what is selected along a line that was drawn, and takes the selecting tool again. */
export function cutSelected(line: readonly Point[], context: Omit<ShapeActionContext, 'canvas'>): void {
  carryOut(planCut(inOrderOfSelection(context.bench), line, areaContext(context)), context);
  context.bench.store.send({ type: 'tool taken', tool: 'select' });
}

function carryOut(plan: AreaPlan, { bench, tell }: Omit<ShapeActionContext, 'canvas'>): void {
  if ('why' in plan) return tell({ key: `told.area.${plan.why}` });
  bench.editor.replace(plan.edit, plan.select);
}

function areaContext({ bench, item }: Pick<ShapeActionContext, 'bench' | 'item'>) {
  return { item, labelSet: bench.labelSet, newId: () => `a-${crypto.randomUUID()}` };
}

/** What is selected on the picture and within reach, the first selected first. */
function inOrderOfSelection({ store, view }: Bench): readonly Annotation[] {
  const { annotations, selectedIds } = store.read();
  const placed = reachableOf(view.read(), annotations).filter(({ shape }) => imageKindOf(shape));
  const byId = new Map(placed.map((one) => [one.id, one]));
  return selectedIds.flatMap((id) => byId.get(id) ?? []);
}

/** The pen draws: it takes the drawing tool with it, where none is in hand that draws. */
function takePen({ store }: Bench, canvas: CanvasController | null): void {
  const { tool } = store.read();
  if (tool !== 'draw' && tool !== 'cut') store.send({ type: 'tool taken', tool: 'draw' });
  canvas?.focus();
  canvas?.keys.press();
}
