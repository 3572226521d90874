import { useEffect, useState } from 'react';

export type Picture =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly bitmap: ImageBitmap }
  | { readonly state: 'failed' };

const loading: Picture = { state: 'loading' };

/** The picture behind a `media:` address, decoded off the page; its memory is given back when it is left. */
export function usePicture(url: string): Picture {
  const [came, setCame] = useState<{ readonly url: string; readonly picture: Picture } | null>(null);
  useEffect(() => {
    let over = false;
    let bitmap: ImageBitmap | null = null;
    void (async () => {
      try {
        const response = await fetch(url, { cache: 'no-store' });
        if (!response.ok) throw new Error(String(response.status));
        const decoded = await createImageBitmap(await response.blob());
        if (over) return decoded.close();
        bitmap = decoded;
        return setCame({ url, picture: { state: 'ready', bitmap } });
      } catch {
        return over ? undefined : setCame({ url, picture: { state: 'failed' } });
      }
    })();
    return () => {
      over = true;
      bitmap?.close();
      setCame(null);
    };
  }, [url]);
  return came?.url === url ? came.picture : loading;
}
