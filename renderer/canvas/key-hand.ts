import type { Annotation } from '../../shared/annotation/annotation.ts';
import { clampToSize, type Point, type Rect, rectContains, type Size } from '../../shared/core/geometry.ts';
import { createStore, type Store } from '../app/store.ts';
import type { Editor } from '../workbench/editor.ts';
import type { Workbench, WorkbenchEvent } from '../workbench/workbench.ts';
import { withMoved } from './bench-lists.ts';
import { type ArrowKey, arrowOf, gripNudged, nudged, type Pen, penMoved, turned } from './gestures/nudge.ts';
import { gripAfter, gripsOf, placeAfterGrip, type VertexChange, withVertex } from './gestures/vertices.ts';

/** What the canvas asks of the editor. */
export type CanvasEditor = Pick<Editor, 'put' | 'add' | 'remove'>;

/** What the keys need of the canvas that they work on. */
interface KeyHandPorts {
  readonly bench: Store<Workbench, WorkbenchEvent>;
  /** Null where nothing may be changed. */
  readonly editor: CanvasEditor | null;
  readonly item: Size;
  /** What is selected and neither hidden nor locked. */
  readonly selected: () => readonly Annotation[];
  /** The part of the image that the frame shows, and view pixels an image pixel. */
  readonly seen: () => Rect & { readonly scale: number };
  /** Does what a pointer would do at a place of the image. */
  readonly point: (type: 'down' | 'move' | 'up', at: Point) => void;
  /** Whether a press now would be held and dragged; otherwise it is a click. */
  readonly pressHolds: () => boolean;
  /** Moves the picture so that a place of the image is seen. */
  readonly bringIntoView: (at: Point) => void;
  readonly repaint: () => void;
}

/**
 * The hand of those who work by keys: moves, resizes and turns what is selected, goes from vertex to vertex, and draws
 * with a pen that arrows move. What is on its way is kept when the key is let go, as one step.
 */
export class KeyHand {
  readonly #ports: KeyHandPorts;
  #moving: readonly Annotation[] = [];
  #pen: Pen | null = null;
  /** Where the pen was put away. */
  #lastAt: Point | null = null;
  /** Physical keys that are down, and whether the last one only repeats. */
  readonly #down = new Set<string>();
  #repeats = false;
  /** Where the pen rests: what is said of it. While a key repeats it lags behind. */
  readonly pen: Store<Pen | null, Pen | null> = createStore<Pen | null, Pen | null>(null, (_before, now) => now);

  constructor(ports: KeyHandPorts) {
    this.#ports = ports;
  }

  /** Stand in for the annotations with their ids while a key is held. */
  get moving(): readonly Annotation[] {
    return this.#moving;
  }

  /** In image pixels; null while nobody draws by keys. */
  get penAt(): Point | null {
    return this.#pen?.at ?? null;
  }

  keyDown(code: string): void {
    this.#repeats = this.#down.has(code);
    this.#down.add(code);
  }

  keyUp(code: string): void {
    this.#down.delete(code);
    this.#repeats = false;
    this.release();
  }

  /** What keys have moved is kept. */
  release(): void {
    const changed = this.#moving;
    this.#moving = [];
    if (changed.length > 0) this.#ports.editor?.put(changed);
    this.pen.send(this.#pen);
  }

  /** Drops what is on its way, else the pen, else the grip: one of them for each Escape. True if there was any. */
  cancel(): boolean {
    this.#down.clear();
    const { bench } = this.#ports;
    if (this.#moving.length > 0) {
      this.#moving = [];
      return true;
    }
    if (this.#pen) {
      this.dropPen();
      return true;
    }
    const had = bench.read().gripId !== null;
    bench.send({ type: 'grip taken', id: null });
    return had;
  }

  /** Arrow keys move the pen, a grip, or what is selected. False when there is none of them. */
  arrow(key: ArrowKey): boolean {
    if (arrowOf(key.code) === null) return false;
    if (this.#pen) {
      const { scale, ...seen } = this.#ports.seen();
      this.#movePen(penMoved(this.#pen.at, key, { item: this.#ports.item, seen, scale }));
      return true;
    }
    const selected = this.#current();
    if (selected.length === 0) return false;
    const grip = this.#grip(selected);
    this.#show(
      grip ? [gripNudged(grip.annotation, grip.id, key, this.#ports.item)] : nudged(selected, key, this.#ports.item),
    );
    const moved = this.#grip(this.#moving);
    if (moved) this.#ports.bringIntoView(moved.at);
    return true;
  }

  /** Turns what is selected clockwise; false when nothing of it can be turned. */
  turn(byDegrees: number): boolean {
    const selected = this.#current();
    const after = turned(selected, byDegrees);
    const ids = new Set(after.map(({ id }) => id));
    if (after.length > 0) this.#show([...this.#moving.filter(({ id }) => !ids.has(id)), ...after]);
    return after.length > 0;
  }

  /** Takes the next or previous grip of the one selected annotation; false when it has none. */
  takeGrip(step: 1 | -1): boolean {
    this.release();
    const [only, ...more] = this.#ports.selected();
    const { bench } = this.#ports;
    const grip = only && more.length === 0 ? gripAfter(only, bench.read().gripId, step) : null;
    if (!grip) return false;
    bench.send({ type: 'tool taken', tool: 'select' });
    bench.send({ type: 'grip taken', id: grip.id });
    this.#ports.bringIntoView(grip.at);
    return true;
  }

  /** Puts a vertex in after the one in hand, and takes it; false when the shape takes none. */
  insertVertex(): boolean {
    this.release();
    const [only, ...more] = this.#ports.selected();
    const at = only && more.length === 0 ? placeAfterGrip(only, this.#ports.bench.read().gripId) : null;
    return only !== undefined && at !== null && this.#change(only, { what: 'insert', at, reachPx: 1 });
  }

  /** Takes the vertex in hand out, or goes to its next state; false when none is in hand or it stays as it is. */
  changeVertex(what: 'remove' | 'cycle'): boolean {
    this.release();
    const grip = this.#grip(this.#ports.selected());
    return grip !== null && this.#change(grip.annotation, { what, gripId: grip.id });
  }

  /** The first time the pen comes out, where it was or in the middle of what is seen; then it presses, or lets go. */
  press(): void {
    // a key that is held too long is no second press: it would close what is drawn
    if (this.#repeats) return;
    const pen = this.#pen;
    if (!pen) {
      const { item, seen: seenOf } = this.#ports;
      const seen = seenOf();
      const last = this.#lastAt && rectContains(seen, this.#lastAt) ? this.#lastAt : null;
      const { x, y } = last ?? clampToSize({ x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 }, item);
      this.#setPen({ at: { x: Math.round(x), y: Math.round(y) }, pressed: false });
    } else if (pen.pressed) this.#lift(pen.at);
    else if (this.#ports.pressHolds()) {
      this.#setPen({ ...pen, pressed: true });
      this.#ports.point('down', pen.at);
    } else {
      this.#ports.point('down', pen.at);
      this.#ports.point('up', pen.at);
    }
    this.pen.send(this.#pen);
    this.#ports.repaint();
  }

  /** Lets go what the pen holds down; false when it holds nothing. */
  lift(): boolean {
    const held = this.#pen?.pressed ? this.#pen.at : null;
    if (held) this.#lift(held);
    return held !== null;
  }

  /** A mouse takes over, or nothing is drawn any more. */
  dropPen(): void {
    this.#lastAt = this.penAt;
    this.#setPen(null);
    this.pen.send(null);
  }

  /** What was drawn was dropped: nothing is held down any more. */
  forgetPress(): void {
    if (this.#pen?.pressed) this.#setPen({ ...this.#pen, pressed: false });
  }

  #lift(at: Point): void {
    this.#setPen({ at, pressed: false });
    this.#ports.point('up', at);
    this.pen.send(this.#pen);
  }

  #movePen(at: Point): void {
    this.#setPen({ at, pressed: this.#pen?.pressed ?? false });
    this.#ports.bringIntoView(at);
    this.#ports.point('move', at);
  }

  #setPen(pen: Pen | null): void {
    this.#pen = pen;
    this.#ports.repaint();
  }

  /** What is selected, as the keys have moved it so far. */
  #current(): readonly Annotation[] {
    const selected = this.#ports.selected();
    const ids = new Set(selected.map(({ id }) => id));
    // something else was selected while a key was held
    if (this.#moving.some(({ id }) => !ids.has(id))) this.release();
    return withMoved(selected, this.#moving);
  }

  #grip(annotations: readonly Annotation[]) {
    const [only, ...more] = annotations;
    if (!only || more.length > 0) return null;
    const { gripId } = this.#ports.bench.read();
    const grip = gripsOf(only).find(({ id }) => id === gripId);
    return grip ? { annotation: only, id: grip.id, at: grip.at } : null;
  }

  #change(annotation: Annotation, change: VertexChange): boolean {
    const { bench, editor, bringIntoView } = this.#ports;
    const changed = withVertex(annotation, change);
    if (!changed) return false;
    editor?.put([changed.annotation]);
    bench.send({ type: 'grip taken', id: changed.gripId });
    const at = gripsOf(changed.annotation).find(({ id }) => id === changed.gripId)?.at;
    if (at) bringIntoView(at);
    return true;
  }

  /** Shows what is moved; with no key held (it was run by its name) it is kept at once. */
  #show(moving: readonly Annotation[]): void {
    this.#moving = moving;
    if (this.#down.size === 0) this.release();
    this.#ports.repaint();
  }
}
