import './trusted-types.ts';
import './without-eval.ts';
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startMessages } from './app/messages.ts';
import { firstSession, reduceSession } from './app/session.ts';
import { createSessionActions } from './app/session-actions.ts';
import { createStore } from './app/store.ts';
import { SessionContext } from './app/use-session.ts';
import { watchWorld } from './app/watch-world.ts';
import { call, subscribe } from './bridge.ts';
import { bringPicturesEarly } from './canvas/early-picture.ts';

const store = createStore(firstSession, reduceSession);
const actions = createSessionActions(store, call, () => performance.now());
const root = document.getElementById('root');

if (root) {
  await startMessages(firstSession.settings.language);
  watchWorld(store, subscribe, call);
  bringPicturesEarly(store);
  createRoot(root).render(
    <SessionContext value={{ store, actions }}>
      <App />
    </SessionContext>,
  );
  await actions.start();
}
