import { useEffect, useEffectEvent } from 'react';
import { makePanicKeys } from '../wellbeing/panic-keys.ts';

/** Listens for the panic key before anything else sees it, in text fields and dialogs too. */
export function usePanicKeys(onPanic: () => void): void {
  const panic = useEffectEvent(onPanic);
  useEffect(() => {
    const isPanic = makePanicKeys();
    const listener = (event: KeyboardEvent) => {
      const { code, repeat, timeStamp: atMs } = event;
      // whoever ends something with an Escape prevents what it does by default
      if (!isPanic({ code, repeat, atMs, wasTaken: () => event.defaultPrevented })) return;
      event.preventDefault();
      panic();
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
