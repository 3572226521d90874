import { createContext, use, useSyncExternalStore } from 'react';
import type { Session, SessionEvent } from './session.ts';
import type { SessionActions } from './session-actions.ts';
import type { Store } from './store.ts';

/** Gives the session's store and actions to the components below. */
export const SessionContext = createContext<{
  readonly store: Store<Session, SessionEvent>;
  readonly actions: SessionActions;
} | null>(null);

/** A part of the session; the component renders again only when that part changes. */
export function useSession<Part>(select: (session: Session) => Part): Part {
  const { store } = useSessionContext();
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}

/** What a person can ask of the session. */
export function useActions(): SessionActions {
  return useSessionContext().actions;
}

/** The store itself, for listeners that must not render. */
export function useSessionStore(): Store<Session, SessionEvent> {
  return useSessionContext().store;
}

function useSessionContext() {
  const context = use(SessionContext);
  if (!context) throw new Error('useSession outside of SessionContext');
  return context;
}
