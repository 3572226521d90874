import type { EventName } from '../../shared/ipc/channels.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { Session, SessionEvent } from './session.ts';
import type { Call } from './session-actions.ts';
import type { Store } from './store.ts';

/** The bridge's `subscribe`, as an argument. */
export type Subscribe = <Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
) => () => void;

const INPUT_EVERY_MS = 1000;

/** Brings what happens outside into the session: the main process's events, and one "there was input" a second. */
export function watchWorld(store: Store<Session, SessionEvent>, subscribe: Subscribe, call: Call): void {
  subscribe('time.changed', (live) => store.send({ type: 'live', live, atMs: performance.now() }));
  subscribe('app.failed', ({ code }) => store.send({ type: 'fault', code }));
  subscribe('content.hideall', () => store.send({ type: 'hide all' }));

  let lastInputMs = -INPUT_EVERY_MS;
  const onInput = () => {
    const nowMs = performance.now();
    if (nowMs - lastInputMs < INPUT_EVERY_MS || store.read().live?.time.activity === 'off') return;
    lastInputMs = nowMs;
    void call('time.input', {});
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    window.addEventListener(type, onInput, { capture: true, passive: true });
  }
  // A file dropped on the window would navigate to it.
  for (const type of ['dragover', 'drop'] as const) {
    window.addEventListener(type, (event) => event.preventDefault());
  }
}
