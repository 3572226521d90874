import { contextBridge, ipcRenderer } from 'electron';
import { channels, eventNames } from '../../shared/ipc/channels.ts';

/**
 * Builds the frozen `window.bridge` from the channel names. No logic: payloads are parsed in `renderer/bridge.ts` and
 * again in the main process. There is no generic send or invoke, and listeners never get Electron's event.
 */
const bridge: Record<string, unknown> = {};
for (const channel of channels) {
  bridge[channel] = (payload: unknown): Promise<unknown> => ipcRenderer.invoke(channel, payload);
}
for (const name of eventNames) {
  bridge[`on:${name}`] = (listener: (payload: unknown) => void): (() => void) => {
    const relay = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(name, relay);
    return () => ipcRenderer.removeListener(name, relay);
  };
}
contextBridge.exposeInMainWorld('bridge', Object.freeze(bridge));
