import { useMemo, useSyncExternalStore } from 'react';
import { createStore } from '../../app/store.ts';

/**
 * A state that belongs to one task, on a screen that outlives it: another task begins with `first`, and what comes late
 * for a task that is gone changes nothing of the one that is open.
 */
export function useOfTask<Value>(taskId: string, first: Value): readonly [Value, (value: Value) => void] {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `first` is what a task begins with; only another task begins
  const store = useMemo(() => createStore<Value, Value>(first, (_, value) => value), [taskId]);
  return [useSyncExternalStore(store.subscribe, store.read), store.send];
}
