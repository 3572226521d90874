import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/core/errors.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { refusingDiskErrors } from '../package/disk-refusal.ts';
import { passphraseEnvelopeSchema } from './passphrase-envelope.ts';

const KEY_FILE_LIMIT_BYTES = 64 * 1024;

/** What lies on disk: both root secrets, wrapped by the system's keyring or by a passphrase. */
export const keyFileSchema = z.strictObject({
  format: z.literal('fairmark-keys'),
  version: z.literal(1),
  wrapped: z.discriminatedUnion('guard', [
    z.strictObject({ guard: z.literal('keyring'), sealed: z.base64().min(4).max(16_384) }),
    passphraseEnvelopeSchema,
  ]),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** The key file, or null if there is none yet. `KEYS_DAMAGED` for anything that is not one. */
export async function readKeyFile(path: string): Promise<KeyFile | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new AppError('KEYS_DAMAGED', {}, { cause });
  }
  const parsed = text.length <= KEY_FILE_LIMIT_BYTES ? keyFileSchema.safeParse(parseJson(text)) : null;
  if (!parsed?.success) throw new AppError('KEYS_DAMAGED');
  return parsed.data;
}

/** Writes it whole or not at all, readable by this user only. */
export async function writeKeyFile(path: string, wrapped: KeyFile['wrapped']): Promise<void> {
  const file: KeyFile = { format: 'fairmark-keys', version: 1, wrapped };
  await refusingDiskErrors(async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFileAtomically(path, `${JSON.stringify(file, null, 2)}\n`, 0o600);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
