import type Konva from 'konva/lib/Core.js';
import type { Size } from '../../shared/core/geometry.ts';
import type { View } from './view.ts';

/** With fewer annotations a fresh drawing is as quick as the copy. */
const WORTH_IT = 300;
/** After this long without a move the annotations are drawn anew, sharp and complete. */
const SETTLE_MS = 120;

/**
 * While the picture is panned or zoomed, a copy of the drawn annotations moves along, so that the cost of moving does
 * not grow with their number (design: speed). What the copy lacks at its edges comes when the hand rests.
 */
export class MovingCache {
  #copy: { readonly canvas: OffscreenCanvas; readonly view: View } | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;

  /** Tells of a move; `from` is the view that the layer shows now. `redraw` is called when the hand rests. */
  move(from: View, count: number, layer: Konva.Layer, redraw: () => void): void {
    if (count < WORTH_IT) return;
    if (!this.#copy) {
      const source = layer.getNativeCanvasElement();
      const canvas = new OffscreenCanvas(source.width, source.height);
      canvas.getContext('2d')?.drawImage(source, 0, 0);
      this.#copy = { canvas, view: from };
    }
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      this.#copy = null;
      redraw();
    }, SETTLE_MS);
  }

  /** Draws the copy where it belongs now; false when there is none. */
  draw(context: CanvasRenderingContext2D, view: View, frame: Size): boolean {
    if (!this.#copy) return false;
    const { canvas, view: from } = this.#copy;
    const factor = view.scale / from.scale;
    context.drawImage(
      canvas,
      view.x - from.x * factor,
      view.y - from.y * factor,
      frame.width * factor,
      frame.height * factor,
    );
    return true;
  }

  drop(): void {
    clearTimeout(this.#settle);
    this.#copy = null;
  }
}
