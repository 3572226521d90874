import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Keys that a window has everywhere: larger, smaller, full screen. Nothing that reloads the page under a hand that draws,
 * and nothing that leads out of the app, as Electron's own menu has. Only macOS shows it: there, text fields need it.
 */
export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? macMenu : [view]));
}

/** Larger has its plus with Shift on most keyboards, without on some, and on the number pad. */
const view: MenuItemConstructorOptions = {
  role: 'viewMenu',
  submenu: [
    { role: 'zoomIn' },
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
    { role: 'zoomOut' },
    { role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ],
};

const macMenu: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, view];
