import { readFile } from 'node:fs/promises';
import type { Visibility } from '../../../shared/content/visibility.ts';
import type { Item } from '../../../shared/project/item.ts';
import { itemFile } from '../project/item-file.ts';
import { mimeOf } from './image-header.ts';
import type { Pictures } from './pictures.ts';

/** Bytes a window may have. */
export interface Media {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** An unused reveal is worthless after this: it cannot be kept for later. */
const REVEAL_LIMIT_MS = 5_000;

interface Grant {
  readonly item: Item;
  readonly kind: 'thumbnail' | 'derivative' | 'original' | 'reveal';
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

  constructor(options: MediaSourceOptions) {
    this.#options = options;
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
    return this.#grant(item, this.#options.visibilityOf(item) === 'shown' ? 'original' : 'derivative');
  }

  /** Address that gives the original of a flagged image, once, within 5 s. */
  revealUrl(item: Item): string {
    this.#dropAll(['reveal']);
    return this.#grant(item, 'reveal');
  }

  /** Shuts the addresses of the open task; the next task starts from nothing. */
  closeItem(): void {
    this.#dropAll(['original', 'derivative', 'reveal']);
  }

  /** Bytes behind an address, or null when it was never given out, is used up, or may no longer be shown. */
  async resolve(url: string): Promise<Media | null> {
    const token = new URL(url).pathname.slice(1);
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
        return visibility === 'shown' ? this.#original(grant.item) : null;
      case 'reveal':
        this.#grants.delete(token);
        return this.#options.monoMs() <= grant.untilMs ? this.#original(grant.item) : null;
    }
  }

  #grant(item: Item, kind: Grant['kind']): string {
    const token = this.#options.makeToken();
    this.#grants.set(token, { item, kind, untilMs: this.#options.monoMs() + REVEAL_LIMIT_MS });
    return `media://item/${token}`;
  }

  #dropAll(kinds: readonly Grant['kind'][]): void {
    for (const [token, grant] of this.#grants) {
      if (kinds.includes(grant.kind)) this.#grants.delete(token);
    }
  }

  async #original(item: Item): Promise<Media | null> {
    const bytes = await readFile(await itemFile(this.#options.root, item.path));
    const mime = mimeOf(bytes);
    return mime ? { bytes, mime } : null;
  }
}
