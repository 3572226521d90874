import type { Item } from '../../../shared/project/item.ts';
import { itemBytes } from '../project/item-file.ts';
import { mimeOf } from './image-header.ts';

/** Small pictures of an image, as JPEG. */
export interface Picture {
  readonly thumbnail: Uint8Array;
  readonly derivative: Uint8Array | null;
}

/** Makes pictures from untrusted bytes somewhere sandboxed; null when they cannot be decoded. */
export type Develop = (job: {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly hidden: boolean;
}) => Promise<Picture | null>;

/** Thumbnails kept in memory; never on disk, so that nothing of a hidden item outlives the app. */
const KEPT = 400;

/** Thumbnails and derivatives of a project's images, made when first asked for. */
export class Pictures {
  readonly #root: string;
  readonly #develop: Develop;
  readonly #kept = new Map<string, Promise<Picture | null>>();

  constructor(root: string, develop: Develop) {
    this.#root = root;
    this.#develop = develop;
  }

  /** A hidden item's pictures show nothing of it; they are kept apart from those made before it was hidden. */
  of(item: Item, hidden: boolean): Promise<Picture | null> {
    const key = keyOf(item.id, hidden);
    const known = this.#kept.get(key);
    if (known) return known;
    const made = this.#make(item, hidden);
    this.#kept.set(key, made);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // a failure may pass (a file put back, a darkroom restarted): ask again next time
    void made.then((picture) => picture ?? this.#kept.delete(key)).catch(() => this.#kept.delete(key));
    return made;
  }

  /** The same, made from the file as it is now. */
  afresh(item: Item, hidden: boolean): Promise<Picture | null> {
    this.#kept.delete(keyOf(item.id, hidden));
    return this.of(item, hidden);
  }

  /** Forgets an item's sharp pictures, e.g. when it is flagged late. */
  forget(itemId: string): void {
    this.#kept.delete(keyOf(itemId, false));
  }

  async #make(item: Item, hidden: boolean): Promise<Picture | null> {
    try {
      const bytes = await itemBytes(this.#root, item);
      const mime = mimeOf(bytes);
      return mime ? await this.#develop({ bytes, mime, hidden }) : null;
    } catch {
      return null;
    }
  }
}

function keyOf(itemId: string, hidden: boolean): string {
  return `${hidden ? 'hidden' : 'shown'}/${itemId}`;
}
