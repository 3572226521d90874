import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { guardWebContents } from './session.ts';

/** Paper and night: the window's colour before its page has painted, so that opening never flashes. */
const BACKGROUND = { light: '#f7f4ee', dark: '#16191d' };

/** Opens the one window, sandboxed and isolated, with nothing but the bridge. */
export function openWindow(preloadDir: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 900,
    minHeight: 620,
    show: false,
    title: 'Fairmark',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://main/index.html');
  return window;
}
