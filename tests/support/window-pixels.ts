import type { ElectronApplication } from '@playwright/test';
import type { Rect } from '../../shared/core/geometry.ts';

/**
 * Counts, in every frame that the window paints from now on, the pixels of the two colours that `stripes` is made of.
 * Nothing of the interface has them, so one such pixel means that the picture itself was on the screen.
 *
 * Frames come from the compositor itself (`beginFrameSubscription`), so that one that stood for a single refresh is
 * counted too. Stop with `watchedFrames`.
 *
 * Until then every `app.evaluate` has to be given an async function. The frames make the main process collect garbage
 * all the time, and V8's inspector lets go of the answer of a plain function before it is sent: "Resulting promise was
 * garbage collected".
 */
export async function watchFrames(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
    if (!window) throw new Error('no window is shown');
    const seen = { frames: 0, vivid: [] as number[] };
    Object.assign(globalThis, { seen });
    window.webContents.beginFrameSubscription(false, (image) => {
      const pixels = image.toBitmap();
      let vivid = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const [blue = 0, green = 0, red = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
        const isGreen = green > 200 && red < 90 && blue < 90;
        const isMagenta = red > 200 && blue > 200 && green < 90;
        if (isGreen || isMagenta) vivid += 1;
      }
      seen.frames += 1;
      seen.vivid.push(vivid);
    });
  });
}

/** How many frames were painted since `watchFrames`, and the most vivid pixels that one of them had. */
export async function watchedFrames(app: ElectronApplication): Promise<{ frames: number; mostVivid: number }> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const { seen } = globalThis as unknown as { seen: { frames: number; vivid: number[] } };
    BrowserWindow.getAllWindows()
      .find((candidate) => candidate.isVisible())
      ?.webContents.endFrameSubscription();
    return { frames: seen.frames, mostVivid: Math.max(0, ...seen.vivid) };
  });
}

/** What a part of the window looks like now, in CSS pixels: how bright (0-255), how much that varies, how vivid it is. */
export async function lookAt(
  app: ElectronApplication,
  rect: Rect,
): Promise<{ brightness: number; contrast: number; saturation: number }> {
  return app.evaluate(async ({ BrowserWindow }, { x, y, width, height }) => {
    const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
    if (!window) throw new Error('no window is shown');
    const part = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
    const pixels = (await window.webContents.capturePage(part)).toBitmap();
    const count = pixels.length / 4;
    let sum = 0;
    let squares = 0;
    let saturation = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [blue = 0, green = 0, red = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      sum += grey;
      squares += grey * grey;
      saturation += Math.max(red, green, blue) - Math.min(red, green, blue);
    }
    const mean = sum / count;
    return {
      brightness: mean,
      contrast: Math.sqrt(Math.max(0, squares / count - mean * mean)),
      saturation: saturation / count,
    };
  }, rect);
}

/** Green and magenta in turn, 8 px wide: vivid in sharp form, an even grey as a derivative. */
export function stripes(x: number): readonly [number, number, number] {
  return Math.floor(x / 8) % 2 === 0 ? [0, 255, 0] : [255, 0, 255];
}

/**
 * The strokes of letters in a part of the window, a sign a pixel row by row: `#` where it is all but as dark as ink on
 * light paper, whatever tint lies behind.
 */
export async function inkIn(app: ElectronApplication, rect: Rect): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, { x, y, width, height }) => {
    const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
    if (!window) throw new Error('no window is shown');
    const part = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
    const pixels = (await window.webContents.capturePage(part)).toBitmap();
    let ink = '';
    for (let at = 0; at < pixels.length; at += 4) {
      const [blue = 0, green = 0, red = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      ink += 0.2126 * red + 0.7152 * green + 0.0722 * blue < 60 ? '#' : ' ';
    }
    return ink;
  }, rect);
}
