import type { Annotation, KindName } from '../../shared/annotation/annotation.ts';
import type { DrawSetting, LinkEnds } from '../../shared/annotation/kind.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import type { Store } from '../app/store.ts';
import {
  type BenchView,
  type BenchViewEvent,
  filterOf,
  plainAdjustment,
  reachableOf,
} from '../workbench/bench-view.ts';
import { selectedOf } from '../workbench/bench-selection.ts';
import type { Workbench, WorkbenchEvent } from '../workbench/workbench.ts';
import { BenchLists } from './bench-lists.ts';
import type { ClassLook } from './draw-annotations.ts';
import type { Unveiled } from './draw-picture.ts';
import { annotationAt } from './gestures/hit.ts';
import { arrowOf, type ArrowKey } from './gestures/nudge.ts';
import { pressHolds, shapeInTheMiddle } from './draw-hand.ts';
import { type Hand, type HandContext, type HandEvent, restingHand, TOLERANCE_PX } from './hand-state.ts';
import { cursorFor, stepHand } from './hand.ts';
import type { ImageStage } from './image-stage.ts';
import { type CanvasEditor, KeyHand } from './key-hand.ts';
import type { LinkLook } from './links/draw-links.ts';
import type { Picture } from './picture.ts';
import { isDrawing, linksAtRest, sceneOf } from './scene-of.ts';
import { toImage, toView, type View } from './view.ts';
import { Viewport } from './viewport.ts';

export interface CanvasOptions {
  /** What shows it; it may outlive the item. */
  readonly stage: ImageStage;
  readonly container: HTMLDivElement;
  readonly item: Size;
  readonly bench: Store<Workbench, WorkbenchEvent>;
  readonly benchView: Store<BenchView, BenchViewEvent>;
  /** False for hidden items: what is shown of them is never brightened or sharpened. */
  readonly adjustable: boolean;
  /** Null where nothing may be changed. */
  readonly editor: CanvasEditor | null;
  readonly lookOf: (classId: string) => ClassLook;
  /** How a type of relation looks, and whether it has a direction. */
  readonly linkLookOf: (classId: string) => LinkLook;
  /** Joins two annotations as the tool for relations does. */
  readonly onLink: (ends: LinkEnds) => void;
  /** Kind drawn for a class: the first of its kinds that is drawn on images; null when none is. */
  readonly kindFor: (classId: string) => KindName | null;
  /** Cuts what is selected along a line, in image pixels. */
  readonly onCut: (line: readonly Point[]) => void;
  readonly onZoom: (scale: number) => void;
  /** What kinds need to know besides the item: key points of the active class, the brush. */
  readonly setting: () => Omit<DrawSetting, keyof Size>;
}

const KEY_PAN_PX = 60;
/** Share of the frame that a shape drawn from the keyboard starts with. */
const NEW_SHAPE_SHARE = 0.2;

/**
 * Joins hand, bench and stage: pointer and keys come in as view pixels, plans go to the editor, and what results is
 * painted. It holds no annotations of its own.
 */
export class CanvasController {
  readonly #options: CanvasOptions;
  readonly #stage: ImageStage;
  readonly #unsubscribe: readonly (() => void)[];
  /** How the picture lies in its frame. */
  readonly viewport: Viewport;
  #hand: Hand = restingHand;
  #trial: readonly Annotation[] = [];
  /** What keys do: move, turn, go from vertex to vertex, draw. */
  readonly keys: KeyHand;
  #pointer: Point | null = null;
  readonly #lists = new BenchLists();

  constructor(options: CanvasOptions) {
    this.#options = options;
    const { container } = options;
    const frame = sizeOf(container);
    this.#stage = options.stage;
    this.#stage.setFrame(frame);
    this.viewport = new Viewport({ item: options.item, frame, onChange: (view) => this.#show(view) });
    this.keys = this.#keyHand();
    const paint = () => this.#paint();
    const putPenAway = () => {
      if (this.keys.penAt && !isDrawing(options.bench.read().tool)) this.keys.dropPen();
    };
    this.#unsubscribe = [
      options.bench.subscribe(paint),
      options.bench.subscribe(putPenAway),
      options.benchView.subscribe(paint),
    ];
    this.viewport.fit();
  }

  /** The item is left. Nothing of it stays on the stage. */
  destroy(): void {
    for (const stop of this.#unsubscribe) stop();
    this.#options.container.style.cursor = '';
    this.#stage.clear();
  }

  setPicture(picture: Picture | null): void {
    this.#stage.setPicture(picture && { picture, size: this.#options.item });
  }

  setUnveiled(unveiled: Unveiled | null): void {
    this.#stage.setUnveiled(unveiled);
  }

  /** The frame may have another size. */
  resize(): void {
    const frame = sizeOf(this.#options.container);
    const { width, height } = this.viewport.frame;
    // an observer tells of the size that it finds first, too
    if (frame.width === width && frame.height === height) return;
    this.#stage.setFrame(frame);
    this.viewport.resize(frame);
  }

  focus(): void {
    this.#options.container.focus({ preventScroll: true });
  }

  /** Shows these in place of the annotations with their ids, without keeping them; none shows what is there. */
  showTrial(trial: readonly Annotation[]): void {
    this.#trial = trial;
    this.#paint();
  }

  /** What a mouse does. While keys draw it only takes over with a press. */
  pointer(event: HandEvent): void {
    if (this.keys.penAt) {
      if (event.type !== 'down') return;
      this.cancel();
      this.keys.dropPen();
    }
    this.#do(event);
  }

  #do(event: HandEvent): void {
    if ('atInView' in event) this.#pointer = event.atInView;
    const plan = stepHand(this.#hand, event, this.#context());
    this.#hand = plan.hand;
    const { bench, editor } = this.#options;
    if (plan.takeSelectTool) bench.send({ type: 'tool taken', tool: 'select' });
    if (plan.select !== undefined) {
      bench.send({ type: 'selected many', ids: plan.select });
      if (plan.select.length === 0 && event.type === 'down' && !plan.put) this.#chooseSuggestion(event.atInView);
    }
    if (plan.grip !== undefined) bench.send({ type: 'grip taken', id: plan.grip });
    if (plan.panBy) this.viewport.panBy(plan.panBy);
    if (plan.put) editor?.put(plan.put);
    if (plan.add) editor?.add(plan.add, { select: plan.addSelected ?? false });
    if (plan.remove !== undefined) editor?.remove(plan.remove);
    if (plan.linkFrom !== undefined) {
      bench.send({ type: 'selected', id: plan.linkFrom });
      bench.send({ type: 'link begun', classId: bench.read().linkClassId ?? '', from: plan.linkFrom });
    }
    if (plan.link) this.#options.onLink(plan.link);
    if (plan.cut) this.#options.onCut(plan.cut);
    bench.send({
      type: 'strokes changed',
      strokes: { canTakeBack: this.#hand.doing.what === 'drawing', canComeAgain: this.#hand.undone.length > 0 },
    });
    this.#paint();
    this.#options.container.style.cursor = cursorFor(this.#context(), this.#hand, this.#pointer);
  }

  /** A key while drawing; false when nothing is being drawn, or nothing was taken back that could come again. */
  drawing(type: 'finish' | 'part' | 'back' | 'cycle' | 'forth'): boolean {
    if (type === 'forth' ? this.#hand.undone.length === 0 : this.#hand.doing.what !== 'drawing') return false;
    this.#do({ type });
    return true;
  }

  pointerLeft(): void {
    this.#pointer = null;
    this.#paint();
  }

  /** One path for Escape, a lost pointer, a lost window and another task. */
  cancel(): boolean {
    const busy = this.#hand.doing.what !== 'nothing';
    this.#do({ type: 'cancel' });
    this.keys.forgetPress();
    return busy || this.keys.cancel();
  }

  /** Arrow keys move the pen, a grip or what is selected; with nothing of it they pan. True if the key was taken. */
  arrow(key: ArrowKey): boolean {
    const arrow = arrowOf(key.code);
    if (!arrow) return false;
    if (this.#options.editor && this.keys.arrow(key)) return true;
    this.viewport.panBy({ x: -arrow.x * KEY_PAN_PX, y: -arrow.y * KEY_PAN_PX });
    return true;
  }

  /** Draws a shape in the middle of what is seen, and selects it. */
  createInTheMiddle(): void {
    const { bench, editor, item, kindFor } = this.#options;
    const kind = bench.read().activeKind ?? kindFor(bench.read().activeClassId);
    const shape =
      kind && shapeInTheMiddle(kind, this.viewport.middle(NEW_SHAPE_SHARE), { ...item, ...this.#options.setting() });
    if (!shape || !editor) return;
    bench.send({ type: 'tool taken', tool: 'select' });
    editor.add(shape, { select: true });
  }

  #keyHand(): KeyHand {
    const { bench, editor, item } = this.#options;
    return new KeyHand({
      bench,
      editor,
      item,
      selected: () => this.#selected(),
      seen: () => ({ ...this.viewport.seen, scale: this.viewport.view.scale }),
      point: (type, atInImage) => {
        const atInView = toView(this.viewport.view, atInImage);
        this.#do({ type, atInView, atInImage, ...(type === 'down' ? { button: 'left' } : {}) } as HandEvent);
      },
      pressHolds: () => pressHolds(this.#hand, this.#context()),
      bringIntoView: (at) => this.viewport.bringIntoView(at),
      repaint: () => this.#paint(),
    });
  }

  #show(view: View): void {
    this.#stage.setView(view);
    this.#options.onZoom(view.scale);
    this.#paint();
  }

  /** A click beside all annotations may mean a suggestion. */
  #chooseSuggestion(atInView: Point): void {
    const { bench, benchView } = this.#options;
    const { view } = this.viewport;
    const waiting = this.#lists.suggested(benchView.read(), bench.read());
    const hit = annotationAt(waiting, toImage(view, atInView), TOLERANCE_PX / view.scale);
    bench.send({ type: 'suggestion selected', id: hit?.id ?? null });
  }

  /** What arrows may move: neither hidden nor locked. */
  #selected(): readonly Annotation[] {
    return reachableOf(this.#options.benchView.read(), selectedOf(this.#options.bench.read()));
  }

  #context(): HandContext {
    const { annotations, selectedIds, tool, activeClassId, activeKind, linkFrom } = this.#options.bench.read();
    const { item, kindFor, benchView } = this.#options;
    const look = benchView.read();
    const reachable = this.#lists.reachable(look, annotations);
    return {
      annotations: reachable,
      selectedIds,
      links: linksAtRest(this.#lists, look, this.#options.bench.read(), this.#hand.preview),
      linkFrom,
      tool,
      item,
      view: this.viewport.view,
      drawKind: activeKind ?? kindFor(activeClassId),
      snapping: look.snapping,
      setting: this.#options.setting(),
    };
  }

  #paint(): void {
    const { bench, benchView, lookOf, linkLookOf, adjustable } = this.#options;
    const look = benchView.read();
    const scene = sceneOf(this.#lists, {
      bench: bench.read(),
      look,
      hand: this.#hand,
      moving: [this.#hand.preview, this.keys.moving, this.#trial].find((some) => some.length > 0) ?? [],
      pen: this.keys.penAt,
      pointer: this.#pointer,
      view: this.viewport.view,
      lookOf,
      linkLookOf,
    });
    this.#stage.setScene(scene);
    this.#stage.setLooks({
      opacity: look.opacity,
      pictureFilter: filterOf(adjustable ? look.adjustment : plainAdjustment),
    });
  }
}

/** Size of a frame for a picture, in view pixels; never none. */
export function sizeOf(container: HTMLDivElement): Size {
  return { width: Math.max(container.clientWidth, 1), height: Math.max(container.clientHeight, 1) };
}
