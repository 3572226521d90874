import type { DarkroomJob, DarkroomReply } from '../../shared/ipc/darkroom.ts';

/**
 * The darkroom: a hidden, sandboxed page with nothing but this one door. It decodes untrusted images where Chromium
 * sandboxes them and gives back a thumbnail and, for hidden items, a derivative from which nothing can be made out.
 *
 * `createImageBitmap` applies EXIF orientation and refuses truncated files, which an `<img>` would show in part.
 */

/** Longer side of a thumbnail. */
const THUMBNAIL_PX = 480;
/** The derivative is shrunk to this first: what is lost here cannot be brought back by any sharpening. */
const DERIVATIVE_CORE_PX = 24;
/** Longer side of the derivative as delivered. */
const DERIVATIVE_PX = 960;
/** Gaussian blur of the derivative, at least 12 px. With the small core it leaves light and dark, and no outline. */
const MIN_BLUR_PX = 12;
const BLUR_SHARE = 0.05;

declare global {
  interface Window {
    readonly darkroom?: { onJob(work: (job: DarkroomJob) => Promise<DarkroomReply>): void };
  }
}

async function develop({ id, bytes, mime, hidden }: DarkroomJob): Promise<DarkroomReply> {
  try {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mime }));
    const { width, height } = image;
    const derivative = hidden ? veil(image) : null;
    const thumbnail = await toJpeg(scaled(derivative ?? image, THUMBNAIL_PX));
    const veiled = derivative ? await toJpeg(derivative) : null;
    image.close();
    return { id, ok: true, width, height, thumbnail, derivative: veiled };
  } catch {
    return { id, ok: false };
  }
}

/** Shrunk to a few pixels in grey, each the mean of what it covers, then enlarged and blurred. */
function veil(image: ImageBitmap): OffscreenCanvas {
  const core = shrink(image, DERIVATIVE_CORE_PX);
  const scale = DERIVATIVE_PX / Math.max(image.width, image.height);
  const large = new OffscreenCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const blurPx = Math.max(MIN_BLUR_PX, BLUR_SHARE * Math.min(large.width, large.height));
  const context = contextOf(large);
  // drawn past its borders, so that the blur has no bright or dark rim
  context.filter = `grayscale(1) blur(${blurPx}px)`;
  context.drawImage(core, -blurPx, -blurPx, large.width + 2 * blurPx, large.height + 2 * blurPx);
  return large;
}

/** Halves again and again: one big step would pick single pixels out of the original instead of their mean. */
function shrink(image: ImageBitmap, longerPx: number): OffscreenCanvas {
  let source: ImageBitmap | OffscreenCanvas = image;
  for (;;) {
    const longer = Math.max(source.width, source.height);
    const canvas: OffscreenCanvas = canvasFor(source, Math.max(longerPx, longer / 2));
    contextOf(canvas).drawImage(source, 0, 0, canvas.width, canvas.height);
    if (longer / 2 <= longerPx) return canvas;
    source = canvas;
  }
}

function scaled(image: ImageBitmap | OffscreenCanvas, longerPx: number): OffscreenCanvas {
  const canvas = canvasFor(image, longerPx);
  contextOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function canvasFor(image: { width: number; height: number }, longerPx: number): OffscreenCanvas {
  const scale = Math.min(1, longerPx / Math.max(image.width, image.height));
  return new OffscreenCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  return context;
}

async function toJpeg(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
  return new Uint8Array(await blob.arrayBuffer());
}

window.darkroom?.onJob(develop);
