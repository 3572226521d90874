import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { JsonFile } from './services/json-file.ts';
import { placeOnScreen, type WindowPlace } from './services/window-place.ts';
import { guardWebContents } from './session.ts';

/** Paper and night: the window's colour before its page has painted, so that opening never flashes. */
const BACKGROUND = { light: '#f7f4ee', dark: '#16191d' };

/** A window that is dragged moves with every frame. */
const SETTLED_MS = 400;

/** Keeps where the window was left, from one start to the next. */
export type WindowMemory = JsonFile<WindowPlace | null>;

/** Opens the one window, sandboxed and isolated, with nothing but the bridge. */
export function openWindow(preloadDir: string, memory: WindowMemory): BrowserWindow {
  const left = memory.read();
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeOnScreen(left, areas),
    minWidth: 900,
    minHeight: 620,
    show: false,
    title: 'Fairmark',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(preloadDir, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // a hold-to-reveal or a break must not be slowed by Chromium when the window loses focus
      backgroundThrottling: false,
    },
  });
  guardWebContents(window.webContents);
  // the title never names an item
  window.on('page-title-updated', (event) => event.preventDefault());
  // Alt takes vertices out; with a menu bar that comes and goes, the picture would jump under the hand
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    if (left?.maximized) window.maximize();
    window.show();
  });
  let settled: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      // where the window stood is not worth a word when the disk refuses
      memory.change(() => place).catch(() => undefined);
    }, SETTLED_MS);
  };
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(change as 'resize', remember);
  void window.loadURL('app://main/index.html');
  return window;
}
