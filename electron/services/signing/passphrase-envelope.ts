import { type ScryptOptions, createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/core/errors.ts';

/** RFC 7914 cost. 2^17 takes about half a second and 128 MiB; bounds on what a file may ask for. */
const SCRYPT_LOG_N = 17;
const SCRYPT_LOG_N_MIN = 15;
const SCRYPT_LOG_N_MAX = 20;
const SCRYPT_R = 8;
const SCRYPT_P = 1;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Shortest passphrase, in characters. */
export const PASSPHRASE_MIN_CHARACTERS = 12;

const base64Of = (bytes: number): z.ZodBase64 => z.base64().length(Math.ceil(bytes / 3) * 4);

/** How the passphrase becomes a key. All of it is authenticated with the secret. */
const headerSchema = z.strictObject({
  guard: z.literal('passphrase'),
  kdf: z.literal('scrypt'),
  logN: z.int().min(SCRYPT_LOG_N_MIN).max(SCRYPT_LOG_N_MAX),
  r: z.literal(SCRYPT_R),
  p: z.literal(SCRYPT_P),
  salt: base64Of(SALT_BYTES),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64Of(NONCE_BYTES),
});
export const passphraseEnvelopeSchema = headerSchema.extend({ sealed: z.base64().max(1024) });
export type PassphraseEnvelope = z.infer<typeof passphraseEnvelopeSchema>;

/** Wraps a secret with a passphrase. Refuses fewer than 12 characters (`PASSPHRASE_TOO_SHORT`). */
export async function sealWithPassphrase(
  secret: Uint8Array,
  passphrase: string,
  logN = SCRYPT_LOG_N,
): Promise<PassphraseEnvelope> {
  const normal = normalised(passphrase);
  if (Array.from(normal).length < PASSPHRASE_MIN_CHARACTERS) throw new AppError('PASSPHRASE_TOO_SHORT');
  const header = {
    guard: 'passphrase',
    kdf: 'scrypt',
    logN,
    r: SCRYPT_R,
    p: SCRYPT_P,
    salt: randomBytes(SALT_BYTES).toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: randomBytes(NONCE_BYTES).toString('base64'),
  } as const;
  const key = await keyFrom(normal, header);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(header.nonce, 'base64'));
    cipher.setAAD(additionalData(header));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return { ...header, sealed: sealed.toString('base64') };
  } finally {
    key.fill(0);
  }
}

/**
 * Unwraps a secret. `PASSPHRASE_WRONG` for another passphrase and for an envelope that was tampered with: the two
 * cannot be told apart.
 */
export async function openWithPassphrase(envelope: PassphraseEnvelope, passphrase: string): Promise<Buffer> {
  const { sealed, ...header } = envelope;
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= TAG_BYTES) throw new AppError('KEYS_DAMAGED');
  const key = await keyFrom(normalised(passphrase), header);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(header.nonce, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(additionalData(header));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new AppError('PASSPHRASE_WRONG', {}, { cause });
  } finally {
    key.fill(0);
  }
}

/** The same letters typed on another keyboard or system are the same passphrase. */
function normalised(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/** The header as bytes, its fields in the order of the schema whatever the file's order was. */
function additionalData(header: z.infer<typeof headerSchema>): Buffer {
  const fields = Object.keys(headerSchema.shape) as (keyof typeof header)[];
  return Buffer.from(JSON.stringify(fields.map((field) => [field, header[field]])));
}

function keyFrom(passphrase: string, header: z.infer<typeof headerSchema>): Promise<Buffer> {
  const { r, p, logN } = header;
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(header.salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
