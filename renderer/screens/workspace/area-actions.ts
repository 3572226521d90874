import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import type { MessageKey } from '../../../shared/i18n/locale.ts';
import { type AreaPlan, planCut, planSubtraction, planUnion } from '../../canvas/areas/areas.ts';
import { reachableOf } from '../../workbench/bench-view.ts';
import type { Bench } from '../../workbench/use-workbench.ts';

/** A line said to the worker: what was done where it cannot be seen, or why nothing was. */
export interface Told {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface AreaActionContext {
  readonly bench: Bench;
  readonly item: Size;
  /** Null when there is nothing more to say. */
  readonly tell: (told: Told | null) => void;
  /** Does it once what was told stands on the screen; for tests. */
  readonly later?: (work: () => void) => void;
}

/** From so many points on the work takes so long that it is noticed: the window stands still meanwhile. */
const NOTICED_FROM_POINTS = 600;

/** Makes one object of all that is selected. */
export function uniteSelected(context: AreaActionContext): void {
  workOn(areasSelected(context.bench), planUnion, context);
}

/** Takes all others out of what was selected first. */
export function subtractSelected(context: AreaActionContext): void {
  workOn(areasSelected(context.bench), planSubtraction, context);
}

/** Cuts what is selected along a line that was drawn, and takes the selecting tool again. */
export function cutSelected(line: readonly Point[], context: AreaActionContext): void {
  const { bench } = context;
  workOn(areasSelected(bench), (areas, about) => planCut(areas, line, about), context);
  bench.store.send({ type: 'tool taken', tool: 'select' });
}

/** What is selected on the picture and within reach, the first selected first. */
export function areasSelected({ store, view }: Bench): readonly Annotation[] {
  const { annotations, selectedIds } = store.read();
  const placed = reachableOf(view.read(), annotations).filter(({ shape }) => imageKindOf(shape));
  const byId = new Map(placed.map((one) => [one.id, one]));
  return selectedIds.flatMap((id) => byId.get(id) ?? []);
}

type MakePlan = (areas: readonly Annotation[], about: Parameters<typeof planUnion>[1]) => AreaPlan;

/** Long work is announced first, and begins once that can be read. */
function workOn(areas: readonly Annotation[], plan: MakePlan, context: AreaActionContext): void {
  const { tell, later = afterPainting } = context;
  if (pointsOf(areas) < NOTICED_FROM_POINTS) return carryOut(areas, plan, context);
  tell({ key: 'told.area.working' });
  later(() => {
    tell(null);
    // a hand may have been quicker
    const there = new Set(context.bench.store.read().annotations);
    if (areas.every((one) => there.has(one))) carryOut(areas, plan, context);
  });
}

function carryOut(areas: readonly Annotation[], makePlan: MakePlan, { bench, item, tell }: AreaActionContext): void {
  const plan = makePlan(areas, { item, labelSet: bench.labelSet, newId: () => `a-${crypto.randomUUID()}` });
  if ('why' in plan) return tell({ key: `told.area.${plan.why}` });
  bench.editor.replace(plan.edit, plan.select);
}

function pointsOf(areas: readonly Annotation[]): number {
  const rings = areas.flatMap(({ shape }) => imageKindOf(shape)?.outline(shape) ?? []);
  return rings.reduce((sum, ring) => sum + ring.length, 0);
}

/** The frame after this one has what is on the screen now. */
function afterPainting(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
}
