import { deflateSync } from 'node:zlib';

/** A PNG whose every pixel has one colour, or what `paint` says. */
export function makePng(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number] = () => [90, 140, 200],
): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(paint(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  return pngOf(width, height, COLOUR, deflateSync(rows));
}

/** A large grey PNG made quickly: black and white columns in turn, a pixel wide, the first one black. */
export function makeStripedPng(width: number, height: number): Uint8Array {
  const row = Buffer.from(Uint8Array.from({ length: 1 + width }, (_, at) => (at > 0 && at % 2 === 0 ? 255 : 0)));
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return pngOf(width, height, GREY, deflateSync(rows, { level: 1 }));
}

/** Like `makePng` with 16 bits a channel, as microscopes and cameras write it; `paint` still says 0-255. */
export function makeDeepPng(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number],
): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 6));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 6) + 1 + x * 6;
      for (const [place, value] of paint(x, y).entries()) rows.writeUInt16BE(value * 257, at + 2 * place);
    }
  }
  return pngOf(width, height, COLOUR, deflateSync(rows), 16);
}

/** Colour types of PNG (ISO/IEC 15948, 11.2.2). */
const GREY = 0;
const COLOUR = 2;

function pngOf(width: number, height: number, colourType: number, data: Uint8Array, depth = 8): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
