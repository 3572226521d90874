/** A picture in two frames: what is shown of it must stay the first. All of one colour each, red then green. */
export const ANIMATED = { width: 48, height: 32 };

const RED = [224, 0, 0] as const;
const GREEN = [0, 192, 0] as const;

/** GIF89a: each frame has the same pixels and a colour table of its own; the codes are never compressed. */
export function makeAnimatedGif(): Uint8Array {
  const { width, height } = ANIMATED;
  const screen = [...Buffer.from('GIF89a'), ...u16(width), ...u16(height), 0, 0, 0];
  const frames = [RED, GREEN].flatMap((colour) => [
    // graphic control: shown for 20 ms
    0x21,
    0xf9,
    4,
    0,
    ...u16(2),
    0,
    0,
    // a local table of 128 colours, all the same
    0x2c,
    ...u16(0),
    ...u16(0),
    ...u16(width),
    ...u16(height),
    0x86,
    ...Array.from({ length: 128 }, () => colour).flat(),
    7,
    ...subBlocks(literalCodes(width * height)),
    0,
  ]);
  return Uint8Array.from([...screen, ...frames, 0x3b]);
}

/** Codes of 8 bits, cleared (128) before they would grow, ended by 129: pixels as they are. */
function literalCodes(pixels: number): number[] {
  const codes: number[] = [];
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    if (pixel % 100 === 0) codes.push(128);
    codes.push(0);
  }
  return [...codes, 129];
}

function subBlocks(bytes: readonly number[]): number[] {
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return blocks;
}

/** WebP with two lossless frames (RFC 9649). */
export function makeAnimatedWebp(): Uint8Array {
  const { width, height } = ANIMATED;
  const size = [...u24(width - 1), ...u24(height - 1)];
  const frames = [RED, GREEN].map((colour) =>
    riffChunk('ANMF', [...u24(0), ...u24(0), ...size, ...u24(20), 0, ...riffChunk('VP8L', plainLossless(colour))]),
  );
  const body = [
    ...Buffer.from('WEBP'),
    ...riffChunk('VP8X', [0x02, 0, 0, 0, ...size]),
    ...riffChunk('ANIM', [0, 0, 0, 0, 0, 0]),
    ...frames.flat(),
  ];
  return Uint8Array.from([...Buffer.from('RIFF'), ...u32(body.length), ...body]);
}

/** A lossless image of one colour: each of its five codes knows one symbol, so no pixel takes a bit. */
function plainLossless([red, green, blue]: readonly [number, number, number]): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number): void => {
    for (let bit = 0; bit < count; bit += 1) bits.push((value >> bit) & 1);
  };
  put(ANIMATED.width - 1, 14);
  put(ANIMATED.height - 1, 14);
  put(0, 1 + 3 + 1 + 1 + 1);
  for (const symbol of [green, red, blue, 255, 0]) {
    // a simple code, of one symbol, which takes eight bits
    put(1, 1);
    put(0, 1);
    put(1, 1);
    put(symbol, 8);
  }
  const bytes = [0x2f];
  for (let at = 0; at < bits.length; at += 8) {
    bytes.push(bits.slice(at, at + 8).reduce((byte, bit, place) => byte | (bit << place), 0));
  }
  return bytes;
}

function riffChunk(type: string, data: readonly number[]): number[] {
  return [...Buffer.from(type), ...u32(data.length), ...data, ...(data.length % 2 === 1 ? [0] : [])];
}

const u16 = (value: number): number[] => [value & 255, value >> 8];
const u24 = (value: number): number[] => [...u16(value & 0xffff), value >> 16];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
