import { join } from 'node:path';
import { BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { DarkroomJob, DarkroomReply } from '../../shared/ipc/darkroom.ts';
import { guardWebContents } from '../session.ts';

/** A decoder that does not answer within this has met a hostile or huge image: its page is ended and made anew. */
const JOB_LIMIT_MS = 20_000;

/** Pictures made from an image, or null when it cannot be decoded. */
export type Developed = Extract<DarkroomReply, { ok: true }>;

export interface Darkroom {
  develop(job: Omit<DarkroomJob, 'id'>): Promise<Developed | null>;
  close(): void;
}

/**
 * Opens the hidden page that decodes images, on first use. One job at a time: memory stays bounded by one image.
 * A crash or a time-out of the page fails that job only.
 */
export function openDarkroom(preloadDir: string): Darkroom {
  let window: BrowserWindow | null = null;
  let ready: Promise<void> = Promise.resolve();
  let tail: Promise<unknown> = Promise.resolve();
  let nextId = 1;

  function start(): BrowserWindow {
    const page = new BrowserWindow({
      show: false,
      width: 16,
      height: 16,
      webPreferences: {
        preload: join(preloadDir, 'darkroom-preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    guardWebContents(page.webContents);
    ready = new Promise((resolve) => {
      const onReady = (event: IpcMainEvent): void => {
        if (event.sender !== page.webContents) return;
        ipcMain.removeListener('darkroom.ready', onReady);
        resolve();
      };
      ipcMain.on('darkroom.ready', onReady);
    });
    page.on('closed', () => {
      if (window === page) window = null;
    });
    void page.loadURL('app://darkroom/index.html');
    return page;
  }

  async function run(job: Omit<DarkroomJob, 'id'>): Promise<Developed | null> {
    const page = window ?? start();
    window = page;
    const id = nextId;
    nextId += 1;
    const { promise, resolve } = Promise.withResolvers<Developed | null>();
    const onReply = (event: IpcMainEvent, reply: DarkroomReply): void => {
      if (event.sender === page.webContents && reply.id === id) resolve(reply.ok ? reply : null);
    };
    const giveUp = (): void => resolve(null);
    const timer = setTimeout(giveUp, JOB_LIMIT_MS);
    ipcMain.on('darkroom.reply', onReply);
    page.webContents.once('render-process-gone', giveUp);
    page.once('closed', giveUp);
    void ready.then(() => {
      if (!page.isDestroyed()) page.webContents.send('darkroom.job', { ...job, id });
    });
    const developed = await promise;
    clearTimeout(timer);
    ipcMain.removeListener('darkroom.reply', onReply);
    if (!page.isDestroyed()) {
      page.webContents.removeListener('render-process-gone', giveUp);
      page.removeListener('closed', giveUp);
      // a page that failed may be wedged: the next job gets a new one
      if (developed === null) page.destroy();
    }
    return developed;
  }

  return {
    develop(job) {
      const result = tail.then(() => run(job));
      tail = result.catch(() => null);
      return result;
    },
    close() {
      window?.destroy();
      window = null;
    },
  };
}
