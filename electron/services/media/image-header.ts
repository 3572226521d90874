import { imageSize } from 'image-size';
import { AppError } from '../../../shared/core/errors.ts';
import type { Size } from '../../../shared/core/geometry.ts';

/** Largest side and area that are opened at all (security.md, "Processes"). */
const MAX_SIDE_PX = 65_535;
const MAX_AREA_PX = 268_000_000;

/** Raster types Chromium decodes. SVG is no image here: it is a program. */
const MIME: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

/** EXIF orientations that turn the picture by a quarter. */
const QUARTER_TURNS = new Set([5, 6, 7, 8]);

/** An SVG is text that begins with its tag, after a declaration, a comment or a type at most. */
const SVG_START = /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i;

/**
 * Size of the upright image (EXIF orientation applied), in pixels, from its header alone: nothing is decoded.
 * Refuses with `ITEM_BROKEN` what is no image, with `ITEM_UNSUPPORTED` one of a type that is not shown, with
 * `ITEM_TOO_LARGE` what is beyond the limits.
 */
export function readImageHeader(bytes: Uint8Array): Size & { readonly mime: string } {
  let header;
  // What is read from an empty file lies in a larger pool of Node's, and the library looks beyond its end.
  if (bytes.length === 0) throw new AppError('ITEM_BROKEN');
  if (isSvg(bytes)) throw new AppError('ITEM_UNSUPPORTED');
  try {
    header = imageSize(bytes);
  } catch (error) {
    throw new AppError('ITEM_BROKEN', {}, { cause: error });
  }
  const mime = MIME[header.type ?? ''];
  if (header.type !== undefined && !mime) throw new AppError('ITEM_UNSUPPORTED');
  if (!mime || !(header.width > 0) || !(header.height > 0)) throw new AppError('ITEM_BROKEN');
  const turned = QUARTER_TURNS.has(header.orientation ?? 1);
  const width = turned ? header.height : header.width;
  const height = turned ? header.width : header.height;
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_AREA_PX) {
    throw new AppError('ITEM_TOO_LARGE', { width, height, maxSide: MAX_SIDE_PX, maxMegapixels: MAX_AREA_PX / 1e6 });
  }
  return { width, height, mime };
}

function isSvg(bytes: Uint8Array): boolean {
  return SVG_START.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}

/** The image type by content, never by name; null for anything that is not an image here. */
export function mimeOf(bytes: Uint8Array): string | null {
  try {
    return readImageHeader(bytes).mime;
  } catch {
    return null;
  }
}
