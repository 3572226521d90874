import { useEffect } from 'react';
import type { Bench } from '../../../workbench/use-workbench.ts';

/** The window closes only when the words that were typed last are on disk. */
export function useKeepOnClose({ store, editor }: Bench): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      const { unsaved, underWay } = store.read();
      if (unsaved.length === 0 && underWay === 0) return;
      event.preventDefault();
      void editor.settle().then(() => window.close());
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [store, editor]);
}
