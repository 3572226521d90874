import { useEffect } from 'react';

/** While a dialog is open, Escape closes it and means nothing else: two in a row are no panic. */
export function useEscapeTaken(opened: boolean): void {
  useEffect(() => {
    if (!opened) return undefined;
    const take = (event: KeyboardEvent) => {
      if (event.code === 'Escape') event.preventDefault();
    };
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [opened]);
}
