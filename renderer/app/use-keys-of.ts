import type { Action } from './actions.ts';
import { keysFor } from './bindings.ts';
import { useKeyNames } from './key-names.ts';
import { useBindings } from './use-shortcuts.ts';

/** The keys of an action, as this person's keyboard prints them; undefined where it has none. */
export function useKeysOf(): (action: Action) => string | undefined {
  const bindings = useBindings();
  const nameOf = useKeyNames();
  return (action) => {
    const keys = keysFor(bindings, action);
    return keys && nameOf(keys);
  };
}
