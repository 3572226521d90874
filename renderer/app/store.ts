/** Holds one state, changed only by events through a pure reducer. Small on purpose: React subscribes to it by selector. */
export interface Store<State, Event> {
  read(): State;
  send(event: Event): void;
  /** Calls back after each change; returns what stops it. */
  subscribe(listener: () => void): () => void;
}

export function createStore<State, Event>(
  start: State,
  reduce: (state: State, event: Event) => State,
): Store<State, Event> {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    send(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
