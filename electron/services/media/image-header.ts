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

/**
 * Size of the upright image (EXIF orientation applied), in pixels, from its header alone: nothing is decoded.
 * Refuses with `ITEM_BROKEN` what is no known image, with `ITEM_TOO_LARGE` what is beyond the limits.
 */
export function readImageHeader(bytes: Uint8Array): Size & { readonly mime: string } {
  let header;
  try {
    header = imageSize(bytes);
  } catch (error) {
    throw new AppError('ITEM_BROKEN', {}, { cause: error });
  }
  const mime = MIME[header.type ?? ''];
  if (!mime || !(header.width > 0) || !(header.height > 0)) throw new AppError('ITEM_BROKEN');
  const turned = QUARTER_TURNS.has(header.orientation ?? 1);
  const width = turned ? header.height : header.width;
  const height = turned ? header.width : header.height;
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_AREA_PX) {
    throw new AppError('ITEM_TOO_LARGE', { width, height, maxSide: MAX_SIDE_PX, maxMegapixels: MAX_AREA_PX / 1e6 });
  }
  return { width, height, mime };
}

/** The image type by content, never by name; null for anything that is not an image here. */
export function mimeOf(bytes: Uint8Array): string | null {
  try {
    return readImageHeader(bytes).mime;
  } catch {
    return null;
  }
}
