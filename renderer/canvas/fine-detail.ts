import type { Point, Rect, Size } from '../../shared/core/geometry.ts';

/**
 * What of a reduced picture is shown at full resolution: `none` is needed at this zoom, it is on its way, it is there,
 * or it cannot be had.
 */
export type DetailState = 'none' | 'loading' | 'there' | 'failed';

/** A part of the picture at full resolution, in image pixels. */
export interface Detail {
  readonly rect: Rect;
  readonly bitmap: ImageBitmap;
}

interface FineDetailOptions {
  /** Of the upright picture. */
  readonly size: Size;
  /** Share of its sides that the reduced picture keeps. */
  readonly keptShare: number;
  /** Decodes a part at full resolution; rejects when it cannot. */
  readonly cut: (rect: Rect) => Promise<ImageBitmap>;
  /** Something else is to be shown now. */
  readonly changed: (state: DetailState) => void;
}

/** A part of this many pixels is kept at full resolution: 128 MB, sixteen views of 1920 x 1080. */
export const DETAIL_PX = 32_000_000;
/** Graphics hardware draws no bitmap with a longer side everywhere. */
const LONGEST_SIDE_PX = 8192;
/** A view that moves on within this is not worth a decoding. */
const REST_MS = 150;
/** Enlarging the reduced picture by so little cannot be seen. */
const UNSEEN = 1.02;

/**
 * Brings the part in view of a picture that is too large to be kept whole, once the view rests. Image decoders only
 * decode whole files, so each part costs a decoding (0.3-3 s) and its memory for that long; one at a time, and the part
 * reaches far beyond the view, so that panning seldom needs another.
 */
export class FineDetail {
  readonly #options: FineDetailOptions;
  /** What is looked at and needs full resolution. */
  #seen: Rect | null = null;
  #shown: Detail | null = null;
  #state: DetailState = 'none';
  #busy = false;
  #closed = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FineDetailOptions) {
    this.#options = options;
  }

  /** What to draw over the reduced picture. */
  get shown(): Detail | null {
    return this.#shown;
  }

  /** The view shows `visible` (image pixels) at `scale` device pixels an image pixel. */
  look(visible: Rect, scale: number): void {
    const { size, keptShare } = this.#options;
    clearTimeout(this.#rest);
    this.#seen = scale > keptShare * UNSEEN ? within(visible, size) : null;
    if (this.#seen === null) return this.#say('none');
    if (this.#has(this.#seen)) return this.#say('there');
    this.#say('loading');
    this.#rest = setTimeout(() => void this.#bring(), REST_MS);
    return undefined;
  }

  close(): void {
    clearTimeout(this.#rest);
    this.#closed = true;
    this.#seen = null;
    this.#shown?.bitmap.close();
    this.#shown = null;
  }

  /** Brings parts until what is looked at is there: the view may move on while one is decoded. */
  async #bring(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let { seen, part } = this.#next(); seen && part; { seen, part } = this.#next()) {
      const bitmap = await this.#options.cut(part).catch(() => null);
      if (this.#closed) bitmap?.close();
      else if (bitmap) {
        this.#shown?.bitmap.close();
        this.#shown = { rect: part, bitmap };
        this.#say(this.#seen && !this.#has(this.#seen) ? 'loading' : 'there', true);
      } else if (this.#seen === seen) {
        // asked for again once the view moves
        this.#seen = null;
        this.#say('failed');
      }
    }
    this.#busy = false;
  }

  #next(): { readonly seen: Rect | null; readonly part: Rect | null } {
    const seen = this.#seen;
    return { seen, part: seen && !this.#has(seen) ? partAround(seen, this.#options.size) : null };
  }

  #has(seen: Rect): boolean {
    if (!this.#shown) return false;
    const { rect } = this.#shown;
    return covers(rect, seen) || isSame(rect, partAround(seen, this.#options.size));
  }

  /** `anew`: what is shown is another part, though the state is the same. */
  #say(state: DetailState, anew = false): void {
    if (this.#closed || (state === this.#state && !anew)) return;
    this.#state = state;
    this.#options.changed(state);
  }
}

/** The part to decode for what is seen: around its middle, as much as may be kept, whole pixels inside the picture. */
export function partAround(seen: Rect, size: Size): Rect {
  const shape = seen.width / seen.height;
  const width = Math.min(Math.sqrt(DETAIL_PX * shape), size.width, LONGEST_SIDE_PX);
  const height = Math.min(DETAIL_PX / width, size.height, LONGEST_SIDE_PX);
  const wide = Math.floor(Math.min(DETAIL_PX / height, size.width, LONGEST_SIDE_PX));
  const high = Math.floor(height);
  const middle: Point = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  return { x: inside(middle.x, wide, size.width), y: inside(middle.y, high, size.height), width: wide, height: high };
}

function inside(middle: number, length: number, room: number): number {
  return Math.round(Math.min(Math.max(middle - length / 2, 0), room - length));
}

/** What of a rectangle lies in the picture; null when nothing does. */
function within({ x, y, width, height }: Rect, size: Size): Rect | null {
  const [left, top] = [Math.max(x, 0), Math.max(y, 0)];
  const [right, bottom] = [Math.min(x + width, size.width), Math.min(y + height, size.height)];
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

function covers(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
