import type Konva from 'konva/lib/Core.js';
import type { View } from '../view.ts';

/** After so long without a movement the hand rests, and the layer is drawn anew. */
const REST_MS = 140;

/**
 * A layer that is not drawn in every frame while the picture moves: what it showed is moved and stretched by the
 * compositor, and drawn anew when the hand rests. What comes into view meanwhile comes with that drawing.
 */
export class StretchedLayer {
  readonly #layer: Konva.Layer;
  #drawnAt: View | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(layer: Konva.Layer) {
    this.#layer = layer;
    layer.getNativeCanvasElement().style.transformOrigin = '0 0';
  }

  /** What the layer shows was drawn for this view just now. */
  drawn(view: View): void {
    clearTimeout(this.#rest);
    this.#drawnAt = view;
    this.#layer.getNativeCanvasElement().style.transform = '';
  }

  /** The picture has another view; `isMuch` says whether drawing in every frame would be too slow. */
  moved(view: View, isMuch: boolean): void {
    const before = this.#drawnAt;
    if (!isMuch || before === null) {
      this.#layer.batchDraw();
      return;
    }
    const scale = view.scale / before.scale;
    const [x, y] = [view.x - before.x * scale, view.y - before.y * scale];
    this.#layer.getNativeCanvasElement().style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#layer.batchDraw(), REST_MS);
  }

  /** What was drawn is gone: the canvas was resized. */
  forget(): void {
    this.#drawnAt = null;
  }

  destroy(): void {
    clearTimeout(this.#rest);
  }
}
