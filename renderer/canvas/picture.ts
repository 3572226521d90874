import type { Rect, Size } from '../../shared/core/geometry.ts';

/** A part of a picture, and where it lies in the picture as decoded. */
export interface PictureTile extends Rect {
  readonly bitmap: ImageBitmap;
}

/** A decoded picture, upright. Must be closed. */
export interface Picture extends Size {
  /** Cover it, without overlap; one unless it is large. */
  readonly tiles: readonly PictureTile[];
  /** A large picture as a whole, for looking at it from afar. */
  readonly overview: ImageBitmap | null;
  /** The file, when the picture keeps less than it holds; `size` is that of the upright whole. */
  readonly whole: { readonly file: Blob; readonly size: Size } | null;
}

/**
 * A picture of more than this is kept at a lower resolution, so that it never fills the memory (security.md); what is
 * looked at closely is decoded again at full resolution, see `FineDetail`.
 */
export const REDUCED_FROM_PX = 64_000_000;
/** Graphics hardware draws no bitmap with a longer side than about 16,000; this is safe everywhere. */
const TILED_FROM_SIDE_PX = 8192;
const TILE_PX = 4096;
const OVERVIEW_PX = 4096;

/**
 * Decodes an image, EXIF orientation applied. Rejects what cannot be decoded whole, a truncated file too.
 * What is kept is bounded: 64 million pixels, and an overview.
 */
export async function decodePicture(blob: Blob): Promise<Picture> {
  const full = await createImageBitmap(blob);
  const size = { width: full.width, height: full.height };
  const whole = keptShare(size) < 1 ? { file: blob, size } : null;
  const kept = await reduced(full);
  const { width, height } = kept;
  if (Math.max(width, height) <= TILED_FROM_SIDE_PX) {
    return { width, height, overview: null, tiles: [{ bitmap: kept, x: 0, y: 0, width, height }], whole };
  }
  try {
    const overview = await createImageBitmap(kept, sizeFor(kept, OVERVIEW_PX / Math.max(width, height)));
    const tiles = await Promise.all(tilesOf(kept).map((rect) => cut(kept, rect)));
    return { width, height, overview, tiles, whole };
  } finally {
    kept.close();
  }
}

/**
 * A part of an image file at full resolution, upright; rejects what cannot be decoded. Decodes the whole file first:
 * Chromium cuts a part out of a turned picture before it turns it.
 */
export async function decodePart(file: Blob, { x, y, width, height }: Rect): Promise<ImageBitmap> {
  const full = await createImageBitmap(file);
  try {
    return await createImageBitmap(full, x, y, width, height);
  } finally {
    full.close();
  }
}

/** Gives the memory back; what is drawn of it afterwards is nothing. */
export function closePicture({ tiles, overview }: Picture): void {
  overview?.close();
  for (const { bitmap } of tiles) bitmap.close();
}

/** Where the tiles of a large picture lie, row by row. */
export function tilesOf({ width, height }: Size): readonly Rect[] {
  const tiles: Rect[] = [];
  for (let y = 0; y < height; y += TILE_PX) {
    for (let x = 0; x < width; x += TILE_PX) {
      tiles.push({ x, y, width: Math.min(TILE_PX, width - x), height: Math.min(TILE_PX, height - y) });
    }
  }
  return tiles;
}

/** Share of its sides that a picture of this size keeps. */
export function keptShare({ width, height }: Size): number {
  return Math.min(1, Math.sqrt(REDUCED_FROM_PX / (width * height)));
}

async function reduced(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const share = keptShare(bitmap);
  if (share === 1) return bitmap;
  try {
    return await createImageBitmap(bitmap, sizeFor(bitmap, share));
  } finally {
    bitmap.close();
  }
}

function sizeFor({ width, height }: Size, share: number): ImageBitmapOptions {
  return {
    resizeWidth: Math.max(1, Math.floor(width * share)),
    resizeHeight: Math.max(1, Math.floor(height * share)),
    resizeQuality: 'medium',
  };
}

async function cut(whole: ImageBitmap, rect: Rect): Promise<PictureTile> {
  return { ...rect, bitmap: await createImageBitmap(whole, rect.x, rect.y, rect.width, rect.height) };
}
