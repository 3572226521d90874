import type { Action } from '../../../app/actions.ts';
import { useKeysOf } from '../../../app/use-keys-of.ts';
import classes from './Details.module.css';

/** The keys of an action, small, as its keyboard prints them; nothing where it has none. */
export function KeyHint({ action }: { action: Action }) {
  const keys = useKeysOf()(action);
  return keys === undefined ? null : (
    <kbd className={classes.keys} aria-hidden="true">
      {keys.replace('Shift ', '⇧')}
    </kbd>
  );
}
