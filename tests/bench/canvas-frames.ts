import type { Page } from '@playwright/test';

/** Milliseconds from an input to the end of the second frame after it, by when it is painted; one for each input. */
export type Frames = readonly number[];

export interface Limits {
  /** A call a shape. */
  readonly bare: Frames;
  /** A bitmap of all shapes, moved. */
  readonly cached: Frames;
  /** One path with all shapes. */
  readonly oneShape: Frames;
}

/** Keys the canvas hears; each is one step of a run, or one act. */
export type Key = 'ArrowRight' | 'BracketRight' | 'KeyN';

/** Runs in the page: sends a key or a turn of the wheel before each frame, and measures until it is painted. */
export async function framesOf(page: Page, input: Key | 'wheel', frames: number): Promise<Frames> {
  return page.getByTestId('canvas').evaluate(
    async (canvas, given) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const box = canvas.getBoundingClientRect();
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
      await frame();
      for (let step = 0; step < given.frames; step += 1) {
        const from = performance.now();
        act(step);
        await frame();
        await frame();
        took.push(performance.now() - from);
      }
      canvas.dispatchEvent(new KeyboardEvent('keyup', { code: 'ArrowRight', bubbles: true }));
      return took;
    },
    { input, frames },
  );
}

/** The same moves on a canvas of the same size without any of our code: what the machine can do at best. */
export async function limitsOf(page: Page, boxes: readonly (readonly number[])[], frames: number): Promise<Limits> {
  return page.getByTestId('canvas').evaluate(
    async (host, given) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const canvas = document.createElement('canvas');
      canvas.width = host.clientWidth;
      canvas.height = host.clientHeight;
      Object.assign(canvas.style, { position: 'absolute', inset: '0', zIndex: '9' });
      host.append(canvas);
      const context = canvas.getContext('2d');
      const layer = host.querySelector('canvas');
      if (!context || !layer) throw new Error('no canvas');
      const picture = await createImageBitmap(layer);
      const scale = canvas.width / 1920;
      const stroke = (
        target: { stroke(path: Path2D): void; lineWidth: number; strokeStyle: unknown },
        path: Path2D,
      ) => {
        target.lineWidth = 4;
        target.strokeStyle = 'rgb(0 0 0 / 55%)';
        target.stroke(path);
        target.lineWidth = 2;
        target.strokeStyle = '#4cc3ff';
        target.stroke(path);
      };
      const pathOf = (shift: number, some = given.boxes): Path2D => {
        const path = new Path2D();
        for (const [x = 0, y = 0, width = 0, height = 0] of some) {
          path.rect(x * scale + shift, y * scale, width * scale, height * scale);
        }
        return path;
      };
      const all = new OffscreenCanvas(canvas.width, canvas.height);
      const allContext = all.getContext('2d');
      if (allContext) stroke(allContext, pathOf(0));
      const bitmap = all.transferToImageBitmap();
      const ways: Record<'bare' | 'cached' | 'oneShape', (shift: number) => void> = {
        bare: (shift) => {
          for (const box of given.boxes) stroke(context, pathOf(shift, [box]));
        },
        cached: (shift) => context.drawImage(bitmap, shift, 0),
        oneShape: (shift) => stroke(context, pathOf(shift)),
      };
      const measured: Record<string, number[]> = {};
      for (const [name, draw] of Object.entries(ways)) {
        const took: number[] = [];
        await frame();
        for (let step = 0; step < given.frames; step += 1) {
          const from = performance.now();
          context.clearRect(0, 0, canvas.width, canvas.height);
          context.drawImage(picture, step, 0);
          draw(step);
          await frame();
          await frame();
          took.push(performance.now() - from);
        }
        measured[name] = took;
      }
      canvas.remove();
      return measured as unknown as { bare: number[]; cached: number[]; oneShape: number[] };
    },
    { boxes, frames },
  );
}

/** Accepts the task in the page and waits until its picture is painted with what is drawn on it. */
export async function loadOf(page: Page, title: string): Promise<number> {
  return page.evaluate(async (name) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const button = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === `Accept ${name}`,
    );
    if (!button) throw new Error(`no button accepts ${name}`);
    const from = performance.now();
    button.click();
    for (;;) {
      await frame();
      const layer = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"] canvas');
      const middle = layer?.getContext('2d')?.getImageData(layer.width / 2, layer.height / 2, 1, 1).data;
      if ((middle?.[3] ?? 0) > 0) break;
    }
    await frame();
    return performance.now() - from;
  }, title);
}
