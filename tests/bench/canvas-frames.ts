import type { Page } from '@playwright/test';
import type { PeerName } from './canvas-peers.ts';

/** Milliseconds, one for each input. */
type Frames = readonly number[];

/** What is measured of a way to draw, in ms. `frames` until the second frame after the input, by when it is painted. */
export interface Measured {
  readonly load: number;
  readonly pan: Frames;
  readonly zoom: Frames;
  readonly select: Frames;
  readonly drag: Frames;
  readonly commit: Frames;
  /** Until the end of the frame after the input: its painting is recorded and handed to the compositor. */
  readonly commitInFrame: Frames;
}

/** Keys the canvas hears; each is one step of a run, or one act. */
export type Key = 'ArrowRight' | 'BracketRight' | 'KeyN';

/** Runs in the page: sends a key or a turn of the wheel before each frame, and measures until it is painted. */
export async function framesOf(
  page: Page,
  input: Key | 'wheel',
  frames: number,
  until: 'second frame' | 'end of frame' = 'second frame',
): Promise<Frames> {
  return page.getByTestId('canvas').evaluate(
    async (canvas, given) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const box = canvas.getBoundingClientRect();
      const channel = new MessageChannel();
      const task = () =>
        new Promise<void>((resolve) => {
          channel.port1.addEventListener('message', () => resolve(), { once: true });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      const act = (step: number): void => {
        if (given.input === 'wheel') {
          const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
          canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: step % 2 ? 60 : -60, bubbles: true, ...at }));
          return;
        }
        // there and back, so that the picture stays in view
        const code = given.input === 'ArrowRight' && step % 20 >= 10 ? 'ArrowLeft' : given.input;
        canvas.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }));
      };
      const took: number[] = [];
      for (let step = 0; step < given.frames; step += 1) {
        await frame();
        // as an event does: not inside a frame
        await task();
        const from = performance.now();
        act(step);
        await frame();
        // a task that is posted in a frame runs once the frame is painted
        await (given.until === 'end of frame' ? task() : frame());
        took.push(performance.now() - from);
      }
      canvas.dispatchEvent(new KeyboardEvent('keyup', { code: 'ArrowRight', bubbles: true }));
      return took;
    },
    { input, frames, until },
  );
}

/** The same with another way to draw, over the workspace, on a canvas of the same size. */
export async function peerOf(
  page: Page,
  way: PeerName,
  rings: readonly (readonly number[])[],
  counts: { readonly frames: number; readonly acts: number },
): Promise<Measured> {
  return page.getByTestId('canvas').evaluate(
    async (host, given) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const channel = new MessageChannel();
      const task = () =>
        new Promise<void>((resolve) => {
          channel.port1.addEventListener('message', () => resolve(), { once: true });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      const answer = (await window.bridge['task.current']({})) as { readonly json: string };
      const { task: open } = JSON.parse(answer.json) as { task: { item: { url: string } } };
      const text = JSON.stringify(given.rings);
      const scale = Math.min(host.clientWidth / 1920, host.clientHeight / 1080);

      // from the file and the text of the shapes to pixels
      await frame();
      const from = performance.now();
      const picture = await createImageBitmap(await (await fetch(open.item.url)).blob());
      const parsed = JSON.parse(text) as number[][];
      const peer = window.peers[given.way](host as HTMLElement, picture, parsed, scale);
      await frame();
      await frame();
      const load = performance.now() - from;

      const run = async (steps: number, act: (step: number) => void, inFrame = false): Promise<number[]> => {
        const took: number[] = [];
        for (let step = 0; step < steps; step += 1) {
          await frame();
          await task();
          const started = performance.now();
          act(step);
          await frame();
          await (inFrame ? task() : frame());
          took.push(performance.now() - started);
        }
        return took;
      };
      const shiftOf = (step: number) => 60 * (step % 20 < 10 ? step % 10 : 10 - (step % 10));
      const ring = parsed[Math.floor(parsed.length / 2)] ?? [];
      const { frames, acts } = given.counts;
      const pan = await run(frames, (step) => peer.move({ scale, x: shiftOf(step), y: 0 }));
      const zoom = await run(frames, (step) => peer.move({ scale: scale * (step % 2 ? 1 : 1.11), x: 0, y: 0 }));
      peer.move({ scale, x: 0, y: 0 });
      const select = await run(acts, (step) => peer.select(step));
      const drag = await run(frames, (step) => peer.drag(shiftOf(step)));
      const commit = await run(acts, () => peer.commit(ring));
      const commitInFrame = await run(acts, () => peer.commit(ring), true);
      peer.close();
      picture.close();
      return { load, pan, zoom, select, drag, commit, commitInFrame };
    },
    { way, rings, counts },
  );
}

/** Accepts the task in the page and waits until its picture is painted with what is drawn on it. */
export async function loadOf(page: Page, title: string): Promise<number> {
  return page.evaluate(async (name) => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === `Accept ${name}`,
    );
    if (!button) throw new Error(`no button accepts ${name}`);
    const from = performance.now();
    button.click();
    await untilPainted();
    return performance.now() - from;

    async function untilPainted(): Promise<void> {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (;;) {
        await frame();
        const layer = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"] canvas');
        const middle = layer?.getContext('2d')?.getImageData(layer.width / 2, layer.height / 2, 1, 1).data;
        if ((middle?.[3] ?? 0) > 0) break;
      }
      await frame();
    }
  }, title);
}

/**
 * Hands the open task in and waits until the next one's picture is painted. The pictures of two tasks that follow each
 * other must differ in their middle.
 */
export async function nextImageOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const middle = () => {
      const layer = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"] canvas');
      const data = layer?.getContext('2d')?.getImageData(layer.width / 2, layer.height / 2, 1, 1).data;
      return data && data[3] ? data.join() : '';
    };
    const before = middle();
    const from = performance.now();
    const key = { code: 'Enter', key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    document.querySelector('[data-testid="canvas"]')?.dispatchEvent(new KeyboardEvent('keydown', key));
    for (;;) {
      await frame();
      const now = middle();
      if (now !== '' && now !== before) break;
    }
    await frame();
    return performance.now() - from;
  });
}

/** The least that showing a picture costs: draws a bitmap that is there, and one that is decoded first. */
export async function pictureLimits(
  page: Page,
  runs: number,
): Promise<{ readonly there: Frames; readonly decoded: Frames }> {
  return page.getByTestId('canvas').evaluate(async (host, count) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const answer = (await window.bridge['task.current']({})) as { readonly json: string };
    const { task } = JSON.parse(answer.json) as { task: { item: { url: string } } };
    const canvas = Object.assign(document.createElement('canvas'), {
      width: host.clientWidth,
      height: host.clientHeight,
    });
    Object.assign(canvas.style, { position: 'absolute', inset: '0', zIndex: '9' });
    host.append(canvas);
    const context = canvas.getContext('2d');
    const there: number[] = [];
    const decoded: number[] = [];
    for (let run = 0; run < count; run += 1) {
      await frame();
      const from = performance.now();
      const bitmap = await createImageBitmap(await (await fetch(task.item.url)).blob());
      context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      await frame();
      await frame();
      decoded.push(performance.now() - from);
      context?.clearRect(0, 0, canvas.width, canvas.height);
      await frame();
      const again = performance.now();
      context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      await frame();
      await frame();
      there.push(performance.now() - again);
      bitmap.close();
    }
    canvas.remove();
    return { there, decoded };
  }, runs);
}
