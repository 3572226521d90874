import { inflateSync } from 'node:zlib';

/** A picture inside a PDF: its samples, three a pixel. */
interface PdfPicture {
  readonly samples: Uint8Array;
}

/** The pictures that a printed page holds, as far as they are coloured and deflated, which is how a canvas is printed. */
function picturesOf(pdf: Uint8Array): readonly PdfPicture[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const pictures: PdfPicture[] = [];
  for (const { 0: head, index } of text.matchAll(
    /<<(?:[^<>]|<<[^<>]*>>)*\/Subtype\s*\/Image(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n/g,
  )) {
    const number = (name: string): number => Number(new RegExp(`/${name} (\\d+)`).exec(head)?.[1] ?? 0);
    if (!/\/FlateDecode/.test(head)) continue;
    const start = index + head.length;
    const samples = inflateSync(bytes.subarray(start, start + number('Length')));
    const isColour = samples.length === number('Width') * number('Height') * 3;
    if (isColour) pictures.push({ samples });
  }
  return pictures;
}

/** The pixels, over all pictures of a PDF, of the two colours that `stripes` is made of; and how many pictures there are. */
export function vividInPdf(pdf: Uint8Array): { readonly pictures: number; readonly vivid: number } {
  const pictures = picturesOf(pdf);
  let vivid = 0;
  for (const { samples } of pictures) {
    for (let at = 0; at + 2 < samples.length; at += 3) {
      const [red = 0, green = 0, blue = 0] = [samples[at], samples[at + 1], samples[at + 2]];
      const isGreen = green > 200 && red < 90 && blue < 90;
      const isMagenta = red > 200 && blue > 200 && green < 90;
      if (isGreen || isMagenta) vivid += 1;
    }
  }
  return { pictures: pictures.length, vivid };
}
