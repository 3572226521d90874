import { createFakeWorld, type WorldStart } from './fake-world.ts';

// Puts the fake main process where the preload script puts the real bridge. The address says how it starts.
const start = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}') as WorldStart;
const world = createFakeWorld(start);
Object.assign(window, { bridge: world.bridge, fakeEmit: world.emit });
