const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STANDARD = `${LETTERS}+/`;
const URL_SAFE = `${LETTERS}-_`;

const standardValues = valuesOf(STANDARD);
const urlSafeValues = valuesOf(URL_SAFE);

/** Code unit -> value 0-63, or -1. */
function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < 64; value += 1) values[alphabet.charCodeAt(value)] = value;
  return values;
}

/** RFC 4648 section 4: standard alphabet, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += STANDARD.charAt(group >> 18) + STANDARD.charAt((group >> 12) & 63);
    text += left > 1 ? STANDARD.charAt((group >> 6) & 63) : '=';
    text += left > 2 ? STANDARD.charAt(group & 63) : '=';
  }
  return text;
}

/**
 * The bytes of padded base64 in either alphabet (DSSE allows both), or null.
 *
 * One text has one reading: alphabets are not mixed, padding is exact, unused bits are 0, and nothing else is let in,
 * white space included. So changing any character of a signed payload changes its bytes or is refused.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const values = text.includes('-') || text.includes('_') ? urlSafeValues : standardValues;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits; index += 1) {
    const value = values[text.charCodeAt(index)] ?? -1;
    if (value < 0) return null;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 0xff;
      at += 1;
    }
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : null;
}
