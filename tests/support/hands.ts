import type { Locator, Page } from '@playwright/test';
import { fitView, toView } from '../../renderer/canvas/view.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';

/** Moves in small steps, as a hand does. */
const STEPS = 12;

/** Presses at one point of the window, moves to another, releases. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: STEPS });
  await page.mouse.up();
}

/** Where a point of the image lies in the window while the image is fitted into the canvas. */
export async function imagePointInWindow(canvas: Locator, image: Size, pointInImage: Point): Promise<Point> {
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  const inView = toView(fitView(image, box), pointInImage);
  return { x: box.x + inView.x, y: box.y + inView.y };
}

/** Draws a box over `rect`, in image pixels. */
export async function drawBox(page: Page, image: Size, rect: Rect): Promise<void> {
  const canvas = page.getByTestId('canvas');
  await drag(
    page,
    await imagePointInWindow(canvas, image, rect),
    await imagePointInWindow(canvas, image, { x: rect.x + rect.width, y: rect.y + rect.height }),
  );
}

/** Drags over the first place where `words` stand in the document, scrolled into view first. */
export async function dragOverWords(page: Page, document: Locator, words: string): Promise<void> {
  const ends = await document.evaluate((root, wanted) => {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = root.ownerDocument.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      (node.parentElement ?? root).scrollIntoView({ block: 'center' });
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes.at(-1);
      if (!first || !last) return null;
      const rightToLeft = getComputedStyle(node.parentElement ?? root).direction === 'rtl';
      const middle = (box: DOMRect): number => box.top + box.height / 2;
      return {
        from: { x: rightToLeft ? first.right - 1 : first.left + 1, y: middle(first) },
        to: { x: rightToLeft ? last.left + 1 : last.right - 1, y: middle(last) },
      };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`"${words}" does not stand in the document`);
  await drag(page, ends.from, ends.to);
}

/** The middle of the first place where `words` stand in the document, in the window. */
export async function wordsInWindow(document: Locator, words: string): Promise<Point> {
  const place = await document.evaluate((root, wanted) => {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = root.ownerDocument.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const [box] = range.getClientRects();
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    }
    return null;
  }, words);
  if (!place) throw new Error(`"${words}" does not stand in the document`);
  return place;
}
