/** What a picture's metadata may say beside the picture, and a package would publish with it. */
export const metadataKinds = ['place', 'person', 'device'] as const;
export type MetadataKind = (typeof metadataKinds)[number];

/** EXIF tags (CIPA DC-008) that name who made or owns a picture, or a device by its own number. The GPS directory is looked into. */
const tagKinds: ReadonlyMap<number, MetadataKind> = new Map([
  [0x013b, 'person'], // Artist
  [0x8298, 'person'], // Copyright
  [0x9c9d, 'person'], // XPAuthor
  [0xa430, 'person'], // CameraOwnerName
  [0xa431, 'device'], // BodySerialNumber
  [0xa435, 'device'], // LensSerialNumber
]);
const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const GPS_LATITUDE = 2;

/** Fields of XMP packets and, by number, of IPTC records (2:nn), with what they tell. */
const xmpKinds: readonly (readonly [RegExp, MetadataKind])[] = [
  [/exif:GPSLatitude|photoshop:City|Iptc4xmpCore:Location|Iptc4xmpExt:Location/, 'place'],
  [/dc:creator|xmpRights:Owner|Iptc4xmpExt:PersonInImage|tiff:Artist|photoshop:Credit/, 'person'],
  [/aux:SerialNumber|exifEX:BodySerialNumber|aux:LensSerialNumber/, 'device'],
];
const iptcKinds: ReadonlyMap<number, MetadataKind> = new Map([
  [80, 'person'],
  [110, 'person'],
  [90, 'place'],
  [92, 'place'],
  [95, 'place'],
]);

/**
 * What the metadata of a JPEG, PNG or WebP says of where it was taken, by whom and with which device. Only looks; bytes
 * may come from a stranger, so that every length is checked and nothing is thrown. What cannot be read counts as absent.
 */
export function metadataIn(bytes: Uint8Array): readonly MetadataKind[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<MetadataKind>();
  for (const { type, start, end } of blocksOf(bytes, view)) {
    const block = bytes.subarray(start, end);
    if (type === 'exif') lookInTiff(block, found);
    if (type === 'xmp') lookInXmp(block, found);
    if (type === 'iptc') lookInIptc(block, found);
  }
  return metadataKinds.filter((kind) => found.has(kind));
}

interface Block {
  readonly type: 'exif' | 'xmp' | 'iptc';
  readonly start: number;
  readonly end: number;
}

const latin1 = new TextDecoder('latin1');

function blocksOf(bytes: Uint8Array, view: DataView): readonly Block[] {
  const begins = (at: number, text: string): boolean =>
    Buffer.from(text, 'latin1').every((sign, place) => bytes[at + place] === sign);
  if (begins(0, '\xff\xd8')) return jpegBlocks(view, begins);
  if (begins(0, '\x89PNG\r\n\x1a\n')) return pngBlocks(view, begins);
  if (begins(0, 'RIFF') && begins(8, 'WEBP')) return webpBlocks(view, begins);
  return [];
}

type Begins = (at: number, text: string) => boolean;

/** Segments up to the start of the scan. */
function jpegBlocks(view: DataView, begins: Begins): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xda || end > view.byteLength || end < at + 4) break;
    const start = at + 4;
    if (marker === 0xe1 && begins(start, 'Exif\0\0')) blocks.push({ type: 'exif', start: start + 6, end });
    else if (marker === 0xe1 && begins(start, 'http://ns.adobe.com/')) blocks.push({ type: 'xmp', start, end });
    else if (marker === 0xed && begins(start, 'Photoshop 3.0\0')) blocks.push({ type: 'iptc', start: start + 14, end });
    at = end;
  }
  return blocks;
}

function pngBlocks(view: DataView, begins: Begins): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 8; at + 12 <= view.byteLength;) {
    const [start, end] = [at + 8, at + 8 + view.getUint32(at)];
    if (end > view.byteLength) break;
    if (begins(at + 4, 'eXIf')) blocks.push({ type: 'exif', start, end });
    if (begins(at + 4, 'iTXt') && begins(start, 'XML:com.adobe.xmp')) blocks.push({ type: 'xmp', start, end });
    at = end + 4;
  }
  return blocks;
}

function webpBlocks(view: DataView, begins: Begins): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    const [start, end] = [at + 8, Math.min(at + 8 + size, view.byteLength)];
    if (begins(at, 'EXIF')) blocks.push({ type: 'exif', start: begins(start, 'Exif\0\0') ? start + 6 : start, end });
    if (begins(at, 'XMP ')) blocks.push({ type: 'xmp', start, end });
    at = start + size + (size % 2);
  }
  return blocks;
}

function lookInTiff(block: Uint8Array, found: Set<MetadataKind>): void {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (view.byteLength < 8) return;
  const little = view.getUint16(0) === 0x4949;
  const directories = [{ at: view.getUint32(4, little), isGps: false }];
  const seen = new Set<number>();
  for (let directory = directories.pop(); directory; directory = directories.pop()) {
    const { at, isGps } = directory;
    // a directory that names itself would never end
    if (seen.has(at) || at + 2 > view.byteLength) continue;
    seen.add(at);
    const entries = view.getUint16(at, little);
    for (let number = 0; number < entries; number += 1) {
      const entry = at + 2 + number * 12;
      if (entry + 12 > view.byteLength) break;
      const tag = view.getUint16(entry, little);
      if (isGps && tag === GPS_LATITUDE) found.add('place');
      const kind = isGps ? undefined : tagKinds.get(tag);
      // an empty text says nothing
      if (kind && view.getUint32(entry + 4, little) > 1) found.add(kind);
      if (tag === EXIF_DIRECTORY || tag === GPS_DIRECTORY) {
        directories.push({ at: view.getUint32(entry + 8, little), isGps: tag === GPS_DIRECTORY });
      }
    }
  }
}

function lookInXmp(block: Uint8Array, found: Set<MetadataKind>): void {
  const packet = latin1.decode(block);
  for (const [field, kind] of xmpKinds) if (field.test(packet)) found.add(kind);
}

/** Records of IPTC-IIM within Photoshop's resources: a marker, a record, a number, a length. */
function lookInIptc(block: Uint8Array, found: Set<MetadataKind>): void {
  for (let at = 0; at + 5 <= block.length; at += 1) {
    if (block[at] !== 0x1c || block[at + 1] !== 2) continue;
    const kind = iptcKinds.get(block[at + 2] ?? 0);
    const length = ((block[at + 3] ?? 0) << 8) | (block[at + 4] ?? 0);
    if (kind && length > 0 && at + 5 + length <= block.length) found.add(kind);
  }
}
