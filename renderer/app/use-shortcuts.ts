import { useEffect, useEffectEvent } from 'react';
import { type Action, actionOf, classIndexOf, isTyping } from './shortcuts.ts';

interface Handlers {
  /** Answers `false` when the action is somebody else's: two listeners share the keys of the workspace. */
  readonly onAction: (action: Action) => unknown;
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
      const taken = onAction(action) !== false;
      // A focused button answers Enter itself.
      const always = action === 'remove' || action === 'submit' || event.ctrlKey || event.metaKey;
      if (taken && always) event.preventDefault();
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
