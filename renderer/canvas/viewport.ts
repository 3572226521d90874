import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { actualView, fitView, panBy, stepIntoView, toImage, toView, type View, visibleRect, zoomAt } from './view.ts';

const KEY_ZOOM = 1.25;

/** How the picture lies in its frame now: fitted, zoomed, panned. Whoever draws or shows it is told of each change. */
export class Viewport {
  readonly #item: Size;
  readonly #onChange: (view: View) => void;
  readonly #watchers = new Set<(view: View, frame: Size) => void>();
  #frame: Size;
  #view: View;
  #fitted = true;

  constructor({
    item,
    frame,
    onChange,
  }: {
    readonly item: Size;
    readonly frame: Size;
    readonly onChange: (view: View) => void;
  }) {
    this.#item = item;
    this.#frame = frame;
    this.#onChange = onChange;
    this.#view = fitView(item, frame);
  }

  get view(): View {
    return this.#view;
  }

  get frame(): Size {
    return this.#frame;
  }

  /** Middle of the frame, in view pixels. */
  get centre(): Point {
    return { x: this.#frame.width / 2, y: this.#frame.height / 2 };
  }

  /** The part of the image that the frame shows. */
  get seen(): Rect {
    return visibleRect(this.#view, this.#frame);
  }

  /** Tells of the view now and after each change; returns what stops it. */
  watch(watcher: (view: View, frame: Size) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#view, this.#frame);
    return () => this.#watchers.delete(watcher);
  }

  /** The frame has another size: a picture that was fitted stays fitted. */
  resize(frame: Size): void {
    this.#frame = frame;
    if (this.#fitted) this.fit();
    else this.#tell();
  }

  fit(): void {
    this.#set(fitView(this.#item, this.#frame), true);
  }

  actual(): void {
    this.#set(actualView(this.#item, this.#frame));
  }

  zoomBy(factor: number, atInView: Point = this.centre): void {
    this.#set(zoomAt(this.#view, atInView, factor));
  }

  zoomIn(): void {
    this.zoomBy(KEY_ZOOM);
  }

  zoomOut(): void {
    this.zoomBy(1 / KEY_ZOOM);
  }

  /** In view pixels, as far as the picture may move. */
  panBy(by: Point): void {
    this.#set(panBy(this.#view, by, this.#item, this.#frame));
  }

  /** Brings a point of the image to the middle of the frame, as far as the picture may move. */
  centreOn(pointInImage: Point): void {
    const { x, y } = toView(this.#view, pointInImage);
    this.panBy({ x: this.centre.x - x, y: this.centre.y - y });
  }

  /** Pans just as far as it takes for a place of the image to be seen. */
  bringIntoView(pointInImage: Point): void {
    const by = stepIntoView(toView(this.#view, pointInImage), this.#frame);
    if (by.x !== 0 || by.y !== 0) this.panBy(by);
  }

  /** Middle of a cell of the 3 x 3 grid over the picture, in view pixels. */
  gridPoint(column: number, row: number): Point {
    const { width, height } = this.#item;
    return toView(this.#view, { x: (width * (2 * column + 1)) / 6, y: (height * (2 * row + 1)) / 6 });
  }

  /** A rectangle in the middle of what is seen, a share of it large, inside the image. */
  middle(share: number): { readonly centre: Point; readonly size: Size } {
    const width = Math.min(this.seen.width, this.#item.width) * share;
    const height = Math.min(this.seen.height, this.#item.height) * share;
    const { x, y } = toImage(this.#view, this.centre);
    return {
      centre: {
        x: Math.min(Math.max(x, width / 2), this.#item.width - width / 2),
        y: Math.min(Math.max(y, height / 2), this.#item.height - height / 2),
      },
      size: { width, height },
    };
  }

  #set(view: View, fitted = false): void {
    this.#fitted = fitted;
    this.#view = view;
    this.#tell();
  }

  #tell(): void {
    this.#onChange(this.#view);
    for (const watcher of this.#watchers) watcher(this.#view, this.#frame);
  }
}
