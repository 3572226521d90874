import { closePicture, decodePicture, type Picture } from './picture.ts';

/** Fetches and decodes the picture behind an address; null when that fails. */
export type Bring = (url: string) => Promise<Picture | null>;

interface Ahead {
  readonly url: string;
  readonly picture: Promise<Picture | null>;
  /** Null until it is there. */
  decoded: Picture | null;
}

/** Holds one picture at most that was decoded ahead. Whoever takes it closes it. */
export class PictureShelf {
  readonly #bring: Bring;
  #ahead: Ahead | null = null;
  /** The picture that is being looked at comes first. */
  #taken: Promise<unknown> = Promise.resolve();

  constructor(bring: Bring) {
    this.#bring = bring;
  }

  /** The picture behind an address: the one from the shelf, or decoded now. Null when it cannot be decoded. */
  take(url: string): Promise<Picture | null> {
    const ahead = this.#ahead?.url === url ? this.#ahead.picture : null;
    if (ahead) this.#ahead = null;
    const taken = ahead ?? this.#bring(url);
    this.#taken = taken;
    return taken;
  }

  /** The picture behind an address if it is decoded already: it can be drawn in the frame that shows it. Else null. */
  takeDecoded(url: string): Picture | null {
    if (this.#ahead?.url !== url) return null;
    const { decoded } = this.#ahead;
    if (decoded) this.#ahead = null;
    return decoded;
  }

  /** Decodes what is behind `url` once the picture taken last is there; drops what was decoded ahead before. */
  prefetch(url: string | null): void {
    if (this.#ahead?.url === url) return;
    this.clear();
    if (url === null) return;
    const picture = this.#taken.then(() => (this.#ahead?.url === url ? this.#bring(url) : null));
    const ahead: Ahead = { url, picture, decoded: null };
    this.#ahead = ahead;
    void picture.then((decoded) => {
      ahead.decoded = decoded;
    });
  }

  clear(): void {
    const dropped = this.#ahead;
    this.#ahead = null;
    void dropped?.picture.then((picture) => picture && closePicture(picture));
  }
}

async function fetchPicture(url: string): Promise<Picture | null> {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    return response.ok ? await decodePicture(await response.blob()) : null;
  } catch {
    return null;
  }
}

/** The window's one shelf. */
export const pictureShelf = new PictureShelf(fetchPicture);
