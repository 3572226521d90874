import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Rect, Size } from '../../shared/core/geometry.ts';
import { type ClassLook, CROWDED_FROM, drawAnnotations, MOST_LABELS } from './draw-annotations.ts';
import { MovingCache } from './moving-cache.ts';
import { planRedraw, REACH_PX } from './redraw-plan.ts';
import { SpatialIndex } from './spatial-index.ts';
import { toImage, type View, visibleRect } from './view.ts';

/** What is to be seen of the annotations that no hand holds. */
export interface RestingScene {
  readonly annotations: readonly Annotation[];
  /** In hand, drawn elsewhere: left out here. */
  readonly except: Annotation | null;
  readonly labels: boolean;
  readonly lookOf: (classId: string) => ClassLook;
}

interface Shown {
  readonly view: View;
  readonly frame: Size;
  readonly scene: RestingScene;
  /** How many were in view when all was last drawn: few are quickest drawn anew, with their names. */
  readonly inView: number;
}

/**
 * Draws the annotations at rest into a canvas that keeps what was drawn before: panning shifts it and draws only what
 * comes into view, a change redraws only its own place, and zooming stretches it until the hand rests. So the cost of
 * moving does not grow with their number (design: speed).
 */
export class RestingAnnotations {
  readonly #index = new SpatialIndex();
  readonly #moving: MovingCache;
  #shown: Shown | null = null;

  /** `redraw` is called when a hand that moved the picture rests. */
  constructor(redraw: () => void) {
    this.#moving = new MovingCache(() => {
      this.#shown = null;
      redraw();
    });
  }

  /** `context` is in view pixels and must not have been cleared since the last call, unless its canvas was resized. */
  draw(context: CanvasRenderingContext2D, scene: RestingScene, view: View, frame: Size): void {
    const changed = [...this.#index.update(scene.annotations).bounds, ...this.#exceptChanged(scene)];
    const shown = this.#shown;
    const sameLook = shown !== null && shown.scene.lookOf === scene.lookOf && shown.scene.labels === scene.labels;
    if (!sameLook || shown.inView <= MOST_LABELS) return this.#anew(context, scene, view, frame);
    if (this.#moving.isOn && changed.length > 0) return this.#anew(context, scene, view, frame);
    const plan = this.#moving.isOn
      ? ({ how: 'stretch' } as const)
      : planRedraw(shown, { view, frame }, changed, context.getTransform().a);
    switch (plan.how) {
      case 'anew':
        return this.#anew(context, scene, view, frame);
      case 'stretch':
        this.#moving.draw(context, { from: shown.view, to: view, frame });
        return undefined;
      case 'patch':
        shiftAll(context, plan.shift);
        for (const patch of plan.patches) this.#patch(context, scene, view, patch, isCrowded(shown.inView));
        this.#shown = { ...shown, view, frame, scene };
        // names appear when few are left in view, thin lines go when it is a crowd no more; not worth a count in every frame
        this.#moving.restLater(plan.shift.x !== 0 || plan.shift.y !== 0, () => {
          const inView = this.#inView(view, frame);
          return inView <= MOST_LABELS || isCrowded(inView) !== isCrowded(shown.inView);
        });
        return undefined;
    }
  }

  /** What was drawn is gone: the canvas was resized. */
  forget(): void {
    this.#moving.drop();
    this.#shown = null;
  }

  destroy(): void {
    this.#moving.drop();
  }

  #anew(context: CanvasRenderingContext2D, scene: RestingScene, view: View, frame: Size): void {
    this.#moving.drop();
    context.clearRect(0, 0, frame.width, frame.height);
    const visible = grown(visibleRect(view, frame), REACH_PX / view.scale);
    const inView = this.#index.within(visible);
    const labels = scene.labels && inView.length <= MOST_LABELS;
    const crowded = isCrowded(inView.length);
    drawAnnotations(context, without(inView, scene.except), { view, visible, lookOf: scene.lookOf, labels, crowded });
    this.#shown = { view, frame, scene, inView: inView.length };
  }

  #patch(context: CanvasRenderingContext2D, scene: RestingScene, view: View, patch: Rect, crowded: boolean): void {
    context.save();
    context.beginPath();
    context.rect(patch.x, patch.y, patch.width, patch.height);
    context.clip();
    context.clearRect(patch.x, patch.y, patch.width, patch.height);
    const { scale } = view;
    const area = { ...toImage(view, patch), width: patch.width / scale, height: patch.height / scale };
    const visible = grown(area, REACH_PX / scale);
    const touched = without(this.#index.within(visible), scene.except);
    drawAnnotations(context, touched, { view, visible, lookOf: scene.lookOf, labels: false, crowded });
    context.restore();
  }

  #inView(view: View, frame: Size): number {
    return this.#index.within(visibleRect(view, frame)).length;
  }

  /** Places of what was taken in hand or put back. */
  #exceptChanged({ except }: RestingScene): readonly Rect[] {
    const before = this.#shown?.scene.except ?? null;
    if (before === except) return [];
    return [before, except].flatMap((one) => (one ? this.#index.boundsOf(one) : []));
  }
}

function isCrowded(inView: number): boolean {
  return inView >= CROWDED_FROM;
}

/** Moves all that a canvas shows; what moved out is gone, what was laid bare is empty. */
function shiftAll(context: CanvasRenderingContext2D, by: { readonly x: number; readonly y: number }): void {
  if (by.x === 0 && by.y === 0) return;
  const { a: ratio } = context.getTransform();
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  context.drawImage(context.canvas, Math.round(by.x * ratio), Math.round(by.y * ratio));
  context.restore();
}

function without(annotations: readonly Annotation[], one: Annotation | null): readonly Annotation[] {
  return one === null ? annotations : annotations.filter(({ id }) => id !== one.id);
}

function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}
