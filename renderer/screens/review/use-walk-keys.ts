import { useEffectEvent, useLayoutEffect } from 'react';
import { isTyping } from '../../app/key-press.ts';

/** Alt with an arrow goes to the next or the previous submission, from wherever the keys are: a text has arrows of its own. */
export function useWalkKeys(go: (step: 1 | -1) => void, enabled: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
    if (event.code !== 'ArrowRight' && event.code !== 'ArrowLeft') return;
    event.preventDefault();
    event.stopPropagation();
    go(event.code === 'ArrowRight' ? 1 : -1);
  });
  // as in `useShortcuts`: no key is lost that is pressed at once
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [enabled]);
}
