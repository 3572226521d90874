import { useEffect, useEffectEvent } from 'react';
import { type Action, actionOf, classIndexOf, isTyping } from './shortcuts.ts';

interface Handlers {
  readonly onAction: (action: Action, event: KeyboardEvent) => void;
  readonly onClass?: (index: number) => void;
  /** Every other key; answers true when it took the key. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** Listens to the keys of the workspace. Text fields are exempt, and so is everything while a dialog is open. */
export function useShortcuts({ onAction, onClass, onKey }: Handlers, enabled: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const action = actionOf(event);
    const classIndex = classIndexOf(event);
    if (action !== null) {
      // A focused button answers Enter itself.
      if (action === 'remove' || action === 'submit' || event.ctrlKey || event.metaKey) event.preventDefault();
      onAction(action, event);
    } else if (classIndex !== null) onClass?.(classIndex);
    else if (onKey?.(event)) event.preventDefault();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
