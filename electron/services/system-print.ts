import { BrowserWindow } from 'electron';
import { guardWebContents } from '../session.ts';

/**
 * Prints a page to PDF in a hidden window of its own: sandboxed, without scripts, preload or network (the session
 * refuses every request that is not local). The page comes as a `data:` address, so it can read no file either.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    guardWebContents(window.webContents);
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: { top: 0.7, bottom: 0.8, left: 0.7, right: 0.7 },
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;text-align:center;font:8px sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    });
  } finally {
    window.destroy();
  }
}
