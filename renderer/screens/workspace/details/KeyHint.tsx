import { keysFor } from '../../../app/bindings.ts';
import { useKeyNames } from '../../../app/key-names.ts';
import type { Action } from '../../../app/actions.ts';
import { useBindings } from '../../../app/use-shortcuts.ts';
import classes from './Details.module.css';

/** The keys of an action, small, as its keyboard prints them; nothing where it has none. */
export function KeyHint({ action }: { action: Action }) {
  const nameOf = useKeyNames();
  const keys = keysFor(useBindings(), action);
  return keys ? (
    <kbd className={classes.keys} aria-hidden="true">
      {nameOf(keys).replace('Shift ', '⇧')}
    </kbd>
  ) : null;
}
