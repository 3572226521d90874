import type { Annotation, KindName } from '../../shared/annotation/annotation.ts';
import type { DrawSetting, LinkEnds } from '../../shared/annotation/kind.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import type { Store } from '../app/store.ts';
import type { Editor } from '../workbench/editor.ts';
import {
  type BenchView,
  type BenchViewEvent,
  filterOf,
  plainAdjustment,
  reachableOf,
} from '../workbench/bench-view.ts';
import { selectedOf, type Workbench, type WorkbenchEvent } from '../workbench/workbench.ts';
import { BenchLists, withMoved } from './bench-lists.ts';
import type { ClassLook } from './draw-annotations.ts';
import type { Unveiled } from './draw-picture.ts';
import type { DetailState } from './fine-detail.ts';
import { annotationAt } from './gestures/hit.ts';
import { lineFrom } from './gestures/link-gesture.ts';
import { arrowOf, type ArrowKey } from './gestures/nudge.ts';
import {
  cursorFor,
  type Hand,
  type HandContext,
  type HandEvent,
  pressHolds,
  restingHand,
  shapeInTheMiddle,
  stepHand,
  TOLERANCE_PX,
} from './hand.ts';
import { ImageStage } from './image-stage.ts';
import { KeyHand } from './key-hand.ts';
import type { LinkLook } from './links/draw-links.ts';
import type { LinkLine } from './links/link-lines.ts';
import type { Picture } from './picture.ts';
import { actualView, fitView, panBy, stepIntoView, toImage, toView, type View, visibleRect, zoomAt } from './view.ts';

export interface CanvasOptions {
  readonly container: HTMLDivElement;
  readonly item: Size;
  readonly bench: Store<Workbench, WorkbenchEvent>;
  readonly benchView: Store<BenchView, BenchViewEvent>;
  /** False for hidden items: what is shown of them is never brightened or sharpened. */
  readonly adjustable: boolean;
  readonly editor: Editor;
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
  /** Whether a large picture is shown at full resolution where it is looked at closely. */
  readonly onDetail: (state: DetailState) => void;
  /** What kinds need to know besides the item: key points of the active class, the brush. */
  readonly setting: () => Omit<DrawSetting, keyof Size>;
}

const KEY_ZOOM = 1.25;
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
  #frame: Size;
  #hand: Hand = restingHand;
  #trial: readonly Annotation[] = [];
  /** What keys do: move, turn, go from vertex to vertex, draw. */
  readonly keys: KeyHand;
  #pointer: Point | null = null;
  #fitted = true;
  readonly #viewListeners = new Set<(view: View, frame: Size) => void>();
  readonly #lists = new BenchLists();

  constructor(options: CanvasOptions) {
    this.#options = options;
    const { container } = options;
    this.#frame = sizeOf(container);
    this.#stage = new ImageStage(container, this.#frame, options.onDetail);
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
    this.fit();
    this.#paint();
  }

  destroy(): void {
    for (const stop of this.#unsubscribe) stop();
    this.#stage.destroy();
  }

  setPicture(picture: Picture | null): void {
    this.#stage.setPicture(picture && { picture, size: this.#options.item });
  }

  setUnveiled(unveiled: Unveiled | null): void {
    this.#stage.setUnveiled(unveiled);
  }

  /** The frame has another size: a picture that was fitted stays fitted. */
  resize(): void {
    const frame = sizeOf(this.#options.container);
    // an observer tells of the size that it finds first, too
    if (frame.width === this.#frame.width && frame.height === this.#frame.height) return;
    this.#frame = frame;
    this.#stage.setFrame(frame);
    if (this.#fitted) this.fit();
    else for (const listener of this.#viewListeners) listener(this.#stage.view, this.#frame);
  }

  fit(): void {
    this.#setView(fitView(this.#options.item, this.#frame), true);
  }

  actual(): void {
    this.#setView(actualView(this.#options.item, this.#frame));
  }

  /** Tells of the view now and after each change; returns what stops it. */
  watchView(listener: (view: View, frame: Size) => void): () => void {
    this.#viewListeners.add(listener);
    listener(this.#stage.view, this.#frame);
    return () => this.#viewListeners.delete(listener);
  }

  /** Brings a point of the image to the middle of the frame, as far as the picture may move. */
  centreOn(pointInImage: Point): void {
    const { x, y } = toView(this.#stage.view, pointInImage);
    const centre = this.#centre();
    const by = { x: centre.x - x, y: centre.y - y };
    this.#setView(panBy(this.#stage.view, by, this.#options.item, this.#frame));
  }

  focus(): void {
    this.#options.container.focus({ preventScroll: true });
  }

  /** Shows these in place of the annotations with their ids, without keeping them; none shows what is there. */
  showTrial(trial: readonly Annotation[]): void {
    this.#trial = trial;
    this.#paint();
  }

  zoomBy(factor: number, at: Point = this.#centre()): void {
    this.#setView(zoomAt(this.#stage.view, at, factor));
  }

  zoomIn(): void {
    this.zoomBy(KEY_ZOOM);
  }

  zoomOut(): void {
    this.zoomBy(1 / KEY_ZOOM);
  }

  /** Middle of a cell of the 3 x 3 grid over the picture, in view pixels. */
  gridPoint(column: number, row: number): Point {
    const { view } = this.#stage;
    const { item } = this.#options;
    return {
      x: view.x + (item.width * view.scale * (2 * column + 1)) / 6,
      y: view.y + (item.height * view.scale * (2 * row + 1)) / 6,
    };
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
    const { bench, editor, item } = this.#options;
    if (plan.takeSelectTool) bench.send({ type: 'tool taken', tool: 'select' });
    if (plan.select !== undefined) {
      bench.send({ type: 'selected many', ids: plan.select });
      if (plan.select.length === 0 && event.type === 'down' && !plan.put) this.#chooseSuggestion(event.atInView);
    }
    if (plan.grip !== undefined) bench.send({ type: 'grip taken', id: plan.grip });
    if (plan.panBy) this.#setView(panBy(this.#stage.view, plan.panBy, item, this.#frame));
    if (plan.put) editor.put(plan.put);
    if (plan.add) editor.add(plan.add, { select: plan.addSelected ?? false });
    if (plan.remove !== undefined) editor.remove(plan.remove);
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
    if (this.keys.arrow(key)) return true;
    const by = { x: -arrow.x * KEY_PAN_PX, y: -arrow.y * KEY_PAN_PX };
    this.#setView(panBy(this.#stage.view, by, this.#options.item, this.#frame));
    return true;
  }

  /** Draws a shape in the middle of what is seen, and selects it. */
  createInTheMiddle(): void {
    const { bench, editor, item, kindFor } = this.#options;
    const seen = visibleRect(this.#stage.view, this.#frame);
    const width = Math.min(seen.width, item.width) * NEW_SHAPE_SHARE;
    const height = Math.min(seen.height, item.height) * NEW_SHAPE_SHARE;
    const centre = toImage(this.#stage.view, this.#centre());
    const held = {
      x: Math.min(Math.max(centre.x, width / 2), item.width - width / 2),
      y: Math.min(Math.max(centre.y, height / 2), item.height - height / 2),
    };
    const kind = bench.read().activeKind ?? kindFor(bench.read().activeClassId);
    const shape =
      kind &&
      shapeInTheMiddle(kind, { centre: held, size: { width, height } }, { ...item, ...this.#options.setting() });
    if (!shape) return;
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
      seen: () => ({ ...visibleRect(this.#stage.view, this.#frame), scale: this.#stage.view.scale }),
      point: (type, atInImage) => {
        const atInView = toView(this.#stage.view, atInImage);
        this.#do({ type, atInView, atInImage, ...(type === 'down' ? { button: 'left' } : {}) } as HandEvent);
      },
      pressHolds: () => pressHolds(this.#hand, this.#context()),
      bringIntoView: (at) => this.#bringIntoView(at),
      repaint: () => this.#paint(),
    });
  }

  /** Pans just as far as it takes for a place of the image to be seen. */
  #bringIntoView(pointInImage: Point): void {
    const by = stepIntoView(toView(this.#stage.view, pointInImage), this.#frame);
    if (by.x !== 0 || by.y !== 0) this.#setView(panBy(this.#stage.view, by, this.#options.item, this.#frame));
  }

  #setView(view: { readonly scale: number; readonly x: number; readonly y: number }, fitted = false): void {
    this.#fitted = fitted;
    this.#stage.setView(view);
    this.#options.onZoom(view.scale);
    for (const listener of this.#viewListeners) listener(view, this.#frame);
    this.#paint();
  }

  /** A click beside all annotations may mean a suggestion. */
  #chooseSuggestion(atInView: Point): void {
    const { bench, benchView } = this.#options;
    const { view } = this.#stage;
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
      links: this.#links(),
      linkFrom,
      tool,
      item,
      view: this.#stage.view,
      drawKind: activeKind ?? kindFor(activeClassId),
      snapping: look.snapping,
      setting: this.#options.setting(),
    };
  }

  #links(moving: readonly Annotation[] = noneMoving): readonly LinkLine[] {
    const { bench, benchView } = this.#options;
    const shown = this.#lists.shown(benchView.read(), bench.read().annotations);
    return this.#lists.links(
      shown,
      this.#lists.suggested(benchView.read(), bench.read()),
      moving.length > 0 ? moving : noneMoving,
    );
  }

  /** From the start of a relation to the annotation that keys chose as its end. */
  #linkTrace(): Hand['trace'] {
    const { tool, linkFrom, selectedId, annotations } = this.#options.bench.read();
    if (tool !== 'link' || linkFrom === null || selectedId === linkFrom) return null;
    const end = lineFrom(
      annotations.find(({ id }) => id === selectedId),
      { x: 0, y: 0 },
    );
    const line =
      end &&
      lineFrom(
        annotations.find(({ id }) => id === linkFrom),
        end[0],
      );
    return line && { lines: [line], dots: line };
  }

  #centre(): Point {
    return { x: this.#frame.width / 2, y: this.#frame.height / 2 };
  }

  #paint(): void {
    const { bench, benchView, lookOf, linkLookOf, adjustable } = this.#options;
    const { annotations, selectedId, selectedIds, tool, activeClassId, linkClassId } = bench.read();
    const look = benchView.read();
    const { draft } = this.#hand;
    const trace = this.#hand.trace ?? this.#linkTrace();
    const moving = [this.#hand.preview, this.keys.moving, this.#trial].find((some) => some.length > 0) ?? [];
    const { penAt } = this.keys;
    const many = this.#lists.selection(look, bench.read());
    this.#stage.setScene({
      annotations: this.#lists.resting(look, annotations, many),
      selectedId: many.length > 0 ? null : selectedId,
      preview: many.length > 0 ? null : (moving[0] ?? null),
      others: withMoved(many, moving),
      suggestions: this.#lists.suggested(look, bench.read()),
      suggestionId: bench.read().suggestionId,
      links: this.#links(moving),
      selectedIds,
      linkLookOf,
      marquee: this.#hand.marquee,
      draft:
        draft || trace
          ? { shape: draft, trace, colour: lookOf(tool === 'link' ? (linkClassId ?? '') : activeClassId).colour }
          : null,
      crosshair: penAt ? toView(this.#stage.view, penAt) : isDrawing(tool) && look.crosshair ? this.#pointer : null,
      pen: penAt,
      gripId: bench.read().gripId,
      labels: look.labels,
      lookOf,
    });
    this.#stage.setLooks({
      opacity: look.opacity,
      pictureFilter: filterOf(adjustable ? look.adjustment : plainAdjustment),
    });
  }
}

const noneMoving: readonly Annotation[] = [];
function isDrawing(tool: Workbench['tool']): boolean {
  return tool === 'draw' || tool === 'cut';
}

function sizeOf(container: HTMLDivElement): Size {
  return { width: Math.max(container.clientWidth, 1), height: Math.max(container.clientHeight, 1) };
}
