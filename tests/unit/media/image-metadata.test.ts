import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataIn } from '../../../electron/services/media/image-metadata.ts';
import { makeJpeg } from '../../support/make-jpeg.ts';
import { gpsEntries, makeTiff, pngWith, type TiffEntry } from '../../support/make-metadata.ts';

function withSegment(marker: number, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const jpeg = makeJpeg();
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function webpWith(data: Buffer): Buffer {
  const chunk = Buffer.alloc(8);
  chunk.write('EXIF', 0, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), chunk, data]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const EXIF = 'Exif\0\0';
const place = gpsEntries;
const artist: TiffEntry = [0x013b, 6, 0];

describe('a picture', () => {
  it.each([
    ['plain', makeJpeg(), []],
    ['with an orientation only', makeJpeg(6), []],
    ['with GPS', withSegment(0xe1, EXIF, makeTiff([artist], place)), ['place', 'person']],
    ['with GPS, little endian', withSegment(0xe1, EXIF, makeTiff([], place, true)), ['place']],
    ['with an empty GPS directory', withSegment(0xe1, EXIF, makeTiff([], [[0, 1, 2]])), []],
    ['with an empty artist', withSegment(0xe1, EXIF, makeTiff([[0x013b, 1, 0]])), []],
    ['with the number of its camera', withSegment(0xe1, EXIF, makeTiff([[0xa431, 8, 0]])), ['device']],
    [
      'with XMP',
      withSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', '<dc:creator><rdf:li>A</rdf:li></dc:creator>'),
      ['person'],
    ],
    [
      'with IPTC',
      withSegment(
        0xed,
        'Photoshop 3.0\0',
        '8BIM\x04\x04\0\0\0\0\0\x0b',
        '\x1c\x02\x5a\0\x04Lyon',
        '\x1c\x02\x50\0\x01A',
      ),
      ['place', 'person'],
    ],
    ['of PNG with GPS', pngWith('eXIf', makeTiff([], place)), ['place']],
    ['of WebP with GPS', webpWith(makeTiff([], place)), ['place']],
  ] as const)('%s says of itself what it holds', (_name, bytes, kinds) => {
    expect(metadataIn(bytes)).toEqual(kinds);
  });

  it('that names its own directory again ends all the same', () => {
    expect(metadataIn(withSegment(0xe1, EXIF, makeTiff([[0x8769, 1, 8]])))).toEqual([]);
  });

  it('of a stranger is looked at without a fault, whatever its bytes', () => {
    const whole = withSegment(0xe1, EXIF, makeTiff([artist], place));
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(whole.length),
        (at, byte, length) => {
          const changed = Buffer.from(whole);
          changed[at] = byte;
          expect(() => metadataIn(changed.subarray(0, length))).not.toThrow();
        },
      ),
    );
  });
});
