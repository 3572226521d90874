import type { Session, SessionEvent } from '../app/session.ts';
import type { Store } from '../app/store.ts';
import { type PictureShelf, pictureShelf } from './picture-shelf.ts';

/**
 * Begins to fetch and decode the open task's picture as soon as the task is known, while the screen for it is still
 * being built: decoding runs beside the page. The address is that of what may be shown, as ever.
 */
export function bringPicturesEarly(
  store: Pick<Store<Session, SessionEvent>, 'read' | 'subscribe'>,
  shelf: Pick<PictureShelf, 'prefetch'> = pictureShelf,
): () => void {
  let known: string | null = null;
  return store.subscribe(() => {
    const { task, place } = store.read();
    const url = place === 'workspace' && task?.item.medium === 'image' ? task.item.url : null;
    if (url === known) return;
    known = url;
    if (url !== null) shelf.prefetch(url);
  });
}
