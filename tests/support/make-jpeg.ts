/** Size of the picture in `makeJpeg` as it is stored, before any orientation. */
export const STORED_JPEG = { width: 48, height: 32 };

/** Four quarters, as stored: red, green above; blue, yellow below. */
const quarters = Buffer.from(
  [
    '/9j/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQ',
    'kFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAgADADASIAAhEBAxEB/8QAFwAB',
    'AQEBAAAAAAAAAAAAAAAAAAcJCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAXAQEBAQEAAAAAAAAAAAAAAAAJBgcI/8QAIBEBAAAEBwEAAAAAAA',
    'AAAAAAAAhDhMEFBkVGgYLDxP/aAAwDAQACEQMRAD8A5cAY0SsXtBF7TmMS+bD/AIrtEqPAATg/3C4B1nUo3zYGN8xkxpbeqvnWeXZvW4AMpZP/',
    '2Q==',
  ].join(''),
  'base64',
);

/** A small JPEG; with an EXIF orientation (1-8) in an APP1 segment, as cameras write it. */
export function makeJpeg(orientation?: number): Uint8Array {
  if (orientation === undefined) return quarters;
  // TIFF header, big endian; one entry in IFD0: tag 0x0112 (orientation), one SHORT; no next IFD
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const segment = Buffer.from([0xff, 0xe1, 0, 0]);
  segment.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([quarters.subarray(0, 2), segment, exif, quarters.subarray(2)]);
}

/** 16 x 16 pixels of one red, in the four inks of print (CMYK, with Adobe's marker that turns them round). */
export function makeCmykJpeg(): Uint8Array {
  return Buffer.from(
    [
      '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKD',
      'AlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAQ',
      'BAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAGB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAGCP',
      '/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8ArwC1PTewH//Z',
    ].join(''),
    'base64',
  );
}
