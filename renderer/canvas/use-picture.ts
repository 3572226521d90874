import { useEffect, useState } from 'react';

export type Picture =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly bitmap: ImageBitmap }
  | { readonly state: 'failed' };

/** The picture behind a `media:` address, decoded off the page; its memory is given back when it is left. */
export function usePicture(url: string): Picture {
  const [picture, setPicture] = useState<Picture>({ state: 'loading' });
  useEffect(() => {
    let over = false;
    let bitmap: ImageBitmap | null = null;
    setPicture({ state: 'loading' });
    void (async () => {
      try {
        const response = await fetch(url, { cache: 'no-store' });
        if (!response.ok) throw new Error(String(response.status));
        const decoded = await createImageBitmap(await response.blob());
        if (over) return decoded.close();
        bitmap = decoded;
        return setPicture({ state: 'ready', bitmap });
      } catch {
        return over ? undefined : setPicture({ state: 'failed' });
      }
    })();
    return () => {
      over = true;
      bitmap?.close();
    };
  }, [url]);
  return picture;
}
