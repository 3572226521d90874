import type { Visibility } from '../../../shared/content/visibility.ts';
import type { Size } from '../../../shared/core/geometry.ts';
import type { Item } from '../../../shared/project/item.ts';
import { CheckedPictures } from './checked-pictures.ts';
import type { Pictures } from './pictures.ts';

/** Bytes a window may have. */
export interface Media {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** An unused reveal is worthless after this: it cannot be kept for later. */
const REVEAL_LIMIT_MS = 5_000;

/** Larger pictures are not decoded ahead. */
const AHEAD_LIMIT_PX = 32_000_000;

/** Where a picture is shown: before the worker who labels it, or to whoever looks at what was handed in. */
type Place = 'task' | 'review';

interface Grant {
  readonly item: Item;
  readonly place: Place;
  readonly kind: 'thumbnail' | 'derivative' | 'original' | 'ahead' | 'reveal';
  /** Monotonic milliseconds after which a reveal is refused. */
  readonly untilMs: number;
}

export interface MediaSourceOptions {
  readonly root: string;
  readonly pictures: Pictures;
  /** Asked anew for every request, so that a late flag shuts an address given out before. */
  readonly visibilityOf: (item: Item) => Visibility;
  readonly makeToken: () => string;
  readonly monoMs: () => number;
}

/**
 * Gives out `media:` addresses by unguessable token, and the bytes behind them.
 *
 * The original of a flagged item exists under one kind of address only: a reveal's, which works once, at once.
 */
export class MediaSource {
  readonly #options: MediaSourceOptions;
  readonly #grants = new Map<string, Grant>();
  readonly #thumbnails = new Map<string, string>();
  readonly #pictures: CheckedPictures;
  #ahead: { readonly item: Item; readonly url: string } | null = null;

  constructor(options: MediaSourceOptions) {
    this.#options = options;
    this.#pictures = new CheckedPictures(options.root);
  }

  /** Size of an item's upright picture, as the file is now. Refuses what is missing, changed, or no picture. */
  async sizeOf(item: Item): Promise<Size> {
    const size = await this.#pictures.sizeOf(item);
    // of what is hidden the window asks for the derivative
    if (this.#options.visibilityOf(item) !== 'shown') this.#pictures.forgetReady();
    return size;
  }

  /** Address of an image's thumbnail; stays the same while the project is open. Null for texts. */
  thumbnailUrl(item: Item): string | null {
    if (item.medium !== 'image') return null;
    const known = this.#thumbnails.get(item.id);
    if (known) return known;
    const url = this.#grant(item, 'thumbnail');
    this.#thumbnails.set(item.id, url);
    return url;
  }

  /** Address of what may be shown of the open task's image: itself, or its derivative. */
  showUrl(item: Item): string {
    this.#dropAll(['original', 'derivative', 'reveal']);
    if (this.#options.visibilityOf(item) !== 'shown') return this.#grant(item, 'derivative');
    return this.#ahead?.item.id === item.id ? this.#takeAhead(this.#ahead) : this.#grant(item, 'original');
  }

  /**
   * Address of the next task's picture, for decoding it ahead; `showUrl` gives the same one when the task comes.
   * Null for texts, for what is or may be flagged, and for pictures that would fill the memory twice.
   */
  aheadUrl(item: Item | null): string | null {
    if (item && this.#ahead?.item.id === item.id) return this.#ahead.url;
    this.#dropAll(['ahead']);
    this.#ahead = null;
    if (item?.medium !== 'image' || this.#options.visibilityOf(item) !== 'shown') return null;
    if ((item.width ?? Infinity) * (item.height ?? Infinity) > AHEAD_LIMIT_PX) return null;
    const url = this.#grant(item, 'ahead');
    this.#ahead = { item, url };
    return url;
  }

  /** Address that gives the original of a flagged image, once, within 5 s. No other one works any more. */
  revealUrl(item: Item, place: Place = 'task'): string {
    this.#dropAll(['reveal'], 'task');
    this.#dropAll(['reveal'], 'review');
    return this.#grant(item, 'reveal', place);
  }

  /** Shuts the addresses of the open task; the next task starts from nothing. */
  closeItem(): void {
    this.#pictures.forgetReady();
    this.#dropAll(['original', 'derivative', 'reveal']);
  }

  /** Address of what may be shown of an item that was handed in. The open task keeps its own meanwhile. */
  reviewUrl(item: Item): string {
    return this.#grant(item, this.#options.visibilityOf(item) === 'shown' ? 'original' : 'derivative', 'review');
  }

  /** Shuts the addresses of what was looked at after it was handed in. */
  closeReview(): void {
    this.#pictures.forgetReady();
    this.#dropAll(['original', 'derivative', 'reveal'], 'review');
  }

  /** Shuts every address of an item that was flagged late, its thumbnail's too: a window may hold what it got there. */
  forget(itemId: string): void {
    for (const [token, grant] of this.#grants) {
      if (grant.item.id === itemId) this.#grants.delete(token);
    }
    this.#thumbnails.delete(itemId);
    if (this.#ahead?.item.id === itemId) this.#ahead = null;
  }

  /** Bytes behind an address, or null when it was never given out, is used up, or may no longer be shown. */
  async resolve(url: string): Promise<Media | null> {
    const token = tokenOf(url);
    const grant = this.#grants.get(token);
    if (!grant) return null;
    const visibility = this.#options.visibilityOf(grant.item);
    switch (grant.kind) {
      case 'thumbnail':
      case 'derivative': {
        const hidden = visibility !== 'shown';
        const pictures = await this.#options.pictures.of(grant.item, hidden);
        if (!pictures) return null;
        const bytes = grant.kind === 'thumbnail' ? pictures.thumbnail : (pictures.derivative ?? pictures.thumbnail);
        return { bytes, mime: 'image/jpeg' };
      }
      case 'original':
      case 'ahead':
        return visibility === 'shown' ? this.#pictures.read(grant.item) : null;
      case 'reveal':
        this.#grants.delete(token);
        return this.#options.monoMs() <= grant.untilMs ? this.#pictures.read(grant.item) : null;
    }
  }

  #grant(item: Item, kind: Grant['kind'], place: Place = 'task'): string {
    const token = this.#options.makeToken();
    this.#grants.set(token, { item, kind, place, untilMs: this.#options.monoMs() + REVEAL_LIMIT_MS });
    return `media://item/${token}`;
  }

  /** What was given out for later is what is shown now. */
  #takeAhead({ item, url }: { readonly item: Item; readonly url: string }): string {
    this.#ahead = null;
    this.#grants.set(tokenOf(url), { item, kind: 'original', place: 'task', untilMs: 0 });
    return url;
  }

  #dropAll(kinds: readonly Grant['kind'][], place: Place = 'task'): void {
    for (const [token, grant] of this.#grants) {
      if (grant.place === place && kinds.includes(grant.kind)) this.#grants.delete(token);
    }
  }
}

function tokenOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
