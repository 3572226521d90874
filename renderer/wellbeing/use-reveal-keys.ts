import { useEffectEvent, useLayoutEffect } from 'react';
import { isTyping } from '../app/key-press.ts';
import type { RevealControl } from './use-reveal.ts';

/** Space unveils while it is held. A focused button keeps its Space. */
export function useRevealKeys(control: RevealControl, enabled: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'Space') return;
    if (event.type === 'keyup') return control.release();
    if (isTyping(event.target) || isButton(event.target)) return;
    event.preventDefault();
    if (!event.repeat) control.press();
  });
  const hide = useEffectEvent(() => control.hide());
  // as in `useShortcuts`: no key is lost that is pressed at once
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    window.addEventListener('keyup', listener);
    return () => {
      // A dialog that opens meanwhile takes the keys: the release would never be heard.
      hide();
      window.removeEventListener('keydown', listener);
      window.removeEventListener('keyup', listener);
    };
  }, [enabled]);
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, input, [role=button], [role=radio]');
}
