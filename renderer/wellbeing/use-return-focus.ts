import { useEffect, useState } from 'react';

/**
 * Gives the keyboard back when what covers the screen is gone: to what had the focus before, or to the screen as a whole
 * if that is not there any more. Whatever takes the focus by itself keeps it.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) return;
      const back = before instanceof HTMLElement && before.isConnected ? before : document.getElementById('content');
      back?.focus({ preventScroll: true });
      // what was focused before may be out of reach now
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    },
    [before],
  );
}
