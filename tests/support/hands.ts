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
  const { boxes, rightToLeft } = await boxesOfWords(document, words, { scroll: true });
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) throw new Error(`"${words}" is not drawn`);
  const middle = (box: Rect): number => box.y + box.height / 2;
  const [left, right] = [(box: Rect) => box.x + 1, (box: Rect) => box.x + box.width - 1];
  await drag(
    page,
    { x: (rightToLeft ? right : left)(first), y: middle(first) },
    { x: (rightToLeft ? left : right)(last), y: middle(last) },
  );
}

/** The middle of the first place where `words` stand in the document, in the window. */
export async function wordsInWindow(document: Locator, words: string): Promise<Point> {
  const [box] = (await boxesOfWords(document, words, { scroll: false })).boxes;
  if (!box) throw new Error(`"${words}" is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The boxes of the first place where `words` stand in the document, a line each, in the window. */
async function boxesOfWords(
  document: Locator,
  words: string,
  { scroll }: { readonly scroll: boolean },
): Promise<{ readonly boxes: readonly Rect[]; readonly rightToLeft: boolean }> {
  const found = await document.evaluate(
    (root, wanted) => {
      const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = (node.textContent ?? '').indexOf(wanted.words);
        if (start < 0) continue;
        const range = root.ownerDocument.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.words.length);
        const around = node.parentElement ?? root;
        if (wanted.scroll) around.scrollIntoView({ block: 'center' });
        const boxes = [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
        return { boxes, rightToLeft: getComputedStyle(around).direction === 'rtl' };
      }
      return null;
    },
    { words, scroll },
  );
  if (!found) throw new Error(`"${words}" does not stand in the document`);
  return found;
}
