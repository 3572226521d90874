import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { Medium } from '../../shared/project/label-set.ts';
import type { KeyBindings } from '../../shared/project/app-settings.ts';
import { bindingsWith } from './bindings.ts';
import type { Action } from './actions.ts';
import { actionOf, classIndexOf, isTyping, optionIndexOf } from './key-press.ts';
import type { Shortcut } from './shortcuts.ts';
import { useSession } from './use-session.ts';

interface Handlers {
  /**
   * Answers `false` when the action is somebody else's: two listeners share the keys of the workspace. To `escape`, `true`
   * when it ended something that was on its way. `repeated` while a key is held down.
   */
  readonly onAction: (action: Action, repeated: boolean) => unknown;
  readonly onClass?: (index: number) => void;
  /** A value of an attribute, by Shift and a digit. */
  readonly onOption?: (index: number) => void;
  /** Every other key; answers true when it took the key. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** Who answers to actions now, for whoever runs one by its name. */
const listeners = new Set<Handlers>();

/** Runs an action as its key would. */
export function runAction(action: Action): void {
  for (const { onAction } of listeners) if (onAction(action, false) !== false) return;
}

/** Chooses a class as its digit would. */
export function runClass(index: number): void {
  for (const { onClass } of listeners) if (onClass) return onClass(index);
}

/** By what was chosen: every button of the workspace asks which keys it has. */
const inForce = new WeakMap<KeyBindings, readonly Shortcut[]>();

/** The keys in force, with what the worker chose. */
export function useBindings(): readonly Shortcut[] {
  const chosen = useSession((session) => session.settings.keys);
  const known = inForce.get(chosen) ?? bindingsWith(chosen);
  inForce.set(chosen, known);
  return known;
}

/**
 * Listens to the keys of the workspace, as they are meant on items of a medium. Text fields are exempt, and so is
 * everything while a dialog is open.
 */
export function useShortcuts({ onAction, onClass, onOption, onKey }: Handlers, enabled: boolean, medium: Medium): void {
  const bindings = useBindings();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = actionOf(event, bindings, medium);
    // a text field keeps its keys, but for handing in what was written there
    const handsIn = action === 'submit' && (event.ctrlKey || event.metaKey);
    if (isTyping(event.target) && !handsIn) return;
    const classIndex = classIndexOf(event);
    const optionIndex = optionIndexOf(event);
    // the next task may come before the keys are let go, and was not looked at yet
    if (action === 'submit' && event.repeat) return event.preventDefault();
    if (action !== null) {
      const done = onAction(action, event.repeat);
      const taken = done !== false;
      // A focused button answers Enter itself.
      // one that goes to a field must not be typed there
      const always =
        action === 'remove' ||
        action === 'submit' ||
        action === 'answers' ||
        action === 'details' ||
        // so that a second one after it is no panic
        (action === 'escape' && done === true) ||
        event.ctrlKey ||
        event.metaKey;
      if (taken && always) event.preventDefault();
    } else if (classIndex !== null) onClass?.(classIndex);
    else if (optionIndex !== null) onOption?.(optionIndex);
    else if (onKey?.(event)) event.preventDefault();
  });
  const run = useEffectEvent((action: Action) => onAction(action, false));
  const runDigit = useEffectEvent((index: number) => onClass?.(index));
  const hasClasses = onClass !== undefined;
  useEffect(() => {
    const listener: Handlers = {
      onAction: (action) => run(action),
      ...(hasClasses ? { onClass: (index: number) => runDigit(index) } : {}),
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [hasClasses]);
  // before what it is about is painted: after that, a key that is pressed at once would be lost
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
