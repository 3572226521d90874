import { useEffect, useState } from 'react';
import { closePicture, type Picture } from './picture.ts';
import { pictureShelf } from './picture-shelf.ts';

/** How far a picture has come. */
export type PictureState =
  { readonly state: 'loading' } | { readonly state: 'ready'; readonly picture: Picture } | { readonly state: 'failed' };

const loading: PictureState = { state: 'loading' };

/** The picture behind a `media:` address, decoded off the page; its memory is given back when it is left. */
export function usePicture(url: string): PictureState {
  const [came, setCame] = useState<{ readonly url: string; readonly picture: PictureState } | null>(null);
  useEffect(() => {
    let over = false;
    let picture: Picture | null = null;
    void (async () => {
      const decoded = await pictureShelf.take(url);
      if (over) return decoded ? closePicture(decoded) : undefined;
      picture = decoded;
      return setCame({ url, picture: picture ? { state: 'ready', picture } : { state: 'failed' } });
    })();
    return () => {
      over = true;
      if (picture) closePicture(picture);
      setCame(null);
    };
  }, [url]);
  return came?.url === url ? came.picture : loading;
}

/**
 * Decodes the next task's picture while this one is worked on. What was decoded ahead is dropped when another
 * picture comes next, or when the workspace is left.
 */
export function usePrefetch(url: string | null): void {
  useEffect(() => pictureShelf.prefetch(url), [url]);
  useEffect(() => () => pictureShelf.clear(), []);
}
