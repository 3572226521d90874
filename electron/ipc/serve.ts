import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channels } from '../../shared/ipc/channels.ts';
import { type EventPayload, events } from '../../shared/ipc/contract.ts';
import type { EventName } from '../../shared/ipc/channels.ts';
import { type Answer, packAnswer } from '../../shared/ipc/parcel.ts';
import { dispatch, type Handlers } from '../../shared/ipc/dispatch.ts';

/**
 * Serves the contract to one window: the only user of `ipcMain` for calls. A call from anywhere but that window's
 * main frame on `app://main` is refused before its payload is looked at.
 */
export function serveContract(
  handlers: Handlers,
  ownWindow: () => BrowserWindow | null,
  onBug: (error: unknown) => void,
): void {
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, payload: unknown): Promise<Answer> => {
      if (!isOwnMainFrame(event, ownWindow())) return { ok: false, error: { code: 'FOREIGN_SENDER', details: {} } };
      return packAnswer(channel, await dispatch(handlers, channel, payload, onBug));
    });
  }
}

/** Tells the window something, parsed on the way out like every answer. */
export function tell<Name extends EventName>(
  window: BrowserWindow | null,
  name: Name,
  payload: EventPayload<Name>,
): void {
  if (!window || window.isDestroyed() || window.webContents.isDestroyed()) return;
  window.webContents.send(name, events[name].parse(payload));
}

function isOwnMainFrame(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || !frame) return false;
  if (event.sender !== window.webContents || frame !== window.webContents.mainFrame) return false;
  // the origin of a custom scheme is the string "null" in Node: compare protocol and host
  const { protocol, host } = new URL(frame.url);
  return protocol === 'app:' && host === 'main';
}
