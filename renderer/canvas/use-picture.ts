import { useEffect, useLayoutEffect, useState } from 'react';
import { closePicture, type Picture } from './picture.ts';
import { pictureShelf } from './picture-shelf.ts';

/** How far a picture has come. */
export type PictureState =
  { readonly state: 'loading' } | { readonly state: 'ready'; readonly picture: Picture } | { readonly state: 'failed' };

const loading: PictureState = { state: 'loading' };

/** The picture behind a `media:` address, decoded off the page; its memory is given back when it is left. */
export function usePicture(url: string): PictureState {
  const [came, setCame] = useState<{ readonly url: string; readonly picture: PictureState } | null>(null);
  // before the frame is painted: what was decoded ahead is drawn in it
  useLayoutEffect(() => {
    let over = false;
    let picture = pictureShelf.takeDecoded(url);
    const show = () => setCame({ url, picture: picture ? { state: 'ready', picture } : { state: 'failed' } });
    const decode = async () => {
      const decoded = await pictureShelf.take(url);
      if (over) return decoded ? closePicture(decoded) : undefined;
      picture = decoded;
      return show();
    };
    if (picture) show();
    else void decode();
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
