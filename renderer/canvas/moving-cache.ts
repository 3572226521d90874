import type { Size } from '../../shared/core/geometry.ts';
import type { View } from './view.ts';

/** After this long without a move the annotations are drawn anew, sharp and complete. */
const SETTLE_MS = 120;

/**
 * While the picture is zoomed, a copy of the drawn annotations is stretched along, so that the cost of moving does not
 * grow with their number (design: speed). What the copy lacks comes when the hand rests.
 */
export class MovingCache {
  readonly #rested: () => void;
  #copy: { readonly canvas: OffscreenCanvas; readonly view: View } | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(rested: () => void) {
    this.#rested = rested;
  }

  get isOn(): boolean {
    return this.#copy !== null;
  }

  /** Draws the copy, made now of what `from` shows if there is none, where `to` lays it. */
  draw(context: CanvasRenderingContext2D, { from, to, frame }: { from: View; to: View; frame: Size }): void {
    this.#copy ??= { canvas: copyOf(context.canvas), view: from };
    const { canvas, view } = this.#copy;
    const factor = to.scale / view.scale;
    context.clearRect(0, 0, frame.width, frame.height);
    context.imageSmoothingQuality = 'low';
    context.drawImage(
      canvas,
      to.x - view.x * factor,
      to.y - view.y * factor,
      frame.width * factor,
      frame.height * factor,
    );
    this.restLater(true, () => true);
  }

  /** Starts waiting for the hand to rest, anew with every move; `isNeeded` is asked when it does. */
  restLater(moved: boolean, isNeeded: () => boolean): void {
    if (!moved) return;
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      this.#copy = null;
      if (isNeeded()) this.#rested();
    }, SETTLE_MS);
  }

  drop(): void {
    clearTimeout(this.#settle);
    this.#copy = null;
  }
}

function copyOf(source: HTMLCanvasElement): OffscreenCanvas {
  const canvas = new OffscreenCanvas(source.width, source.height);
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  return canvas;
}
