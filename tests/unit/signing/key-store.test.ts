import { createHash, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeyStore, createKeyStore } from '../../../electron/services/signing/key-store.ts';
import { projectSeed, publicKeyOf, signEd25519 } from '../../../electron/services/signing/project-key.ts';
import type { SecretBox } from '../../../electron/services/signing/secret-box.ts';
import { BugError } from '../../../shared/core/errors.ts';
import { enrolmentStatement } from '../../../shared/manifest/compose/worker-statements.ts';
import { fromHex, toHex } from '../../../shared/manifest/encoding/hex.ts';
import { toPem } from '../../../shared/manifest/encoding/public-key.ts';
import type { Statement } from '../../../shared/manifest/encoding/statement.ts';
import type { Enrolment } from '../../../shared/manifest/statements/enrolment.ts';
import { nodeCrypto } from '../../../electron/services/signing/node-crypto.ts';
import { makeFacts, makeSnapshot, makeWorker } from '../manifest/support/make-facts.ts';
import { messageOf } from '../manifest/support/test-keys.ts';

const PASSPHRASE = 'nine lives and a boat';
const PROJECT = 'p-harbour';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairmark-keys-'));
  file = join(folder, 'private', 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

const open = (box: SecretBox | null = null): KeyStore => createKeyStore({ file, findBox: () => box, scryptLogN: 15 });

/** The code of the refusal that `act` ends in. */
async function refusalOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'none';
}

/** A keyring that flips bits; `isLocked` makes it refuse. */
function fakeBox(): SecretBox & { isLocked: boolean } {
  const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  return {
    isLocked: false,
    seal: async (secret) => flip(secret),
    async open(sealed) {
      if (this.isLocked) throw new Error('the keyring is locked');
      return flip(sealed);
    },
  };
}

/** An enrolment of this machine's worker with this machine's requester. */
async function ownEnrolment(keys: KeyStore): Promise<Statement<Enrolment>> {
  const worker = await keys.projectKey('worker', PROJECT);
  const requester = await keys.projectKey('requester', PROJECT);
  const facts = makeFacts([makeWorker(0, makeSnapshot(1), { publicKey: worker.publicKey })], {
    requester: { publicKey: requester.publicKey },
  });
  return enrolmentStatement(facts, facts.workers[0] as never, nodeCrypto);
}

describe('without a keyring', () => {
  test('keys are missing, then made, then ready', async () => {
    const keys = open();
    expect(await keys.status()).toEqual({ state: 'missing', guard: 'passphrase' });
    expect(await refusalOf(() => keys.projectKey('worker', PROJECT))).toBe('KEYS_MISSING');
    expect(await refusalOf(() => keys.unlock(PASSPHRASE))).toBe('KEYS_MISSING');
    expect(await keys.create(PASSPHRASE)).toEqual({ state: 'ready', guard: 'passphrase' });
  });

  test('a passphrase of eleven characters is refused, counted as people count', async () => {
    expect(await refusalOf(() => open().create('12345678901'))).toBe('PASSPHRASE_TOO_SHORT');
    expect(await refusalOf(() => open().create('😀😀😀😀😀😀😀😀😀😀😀'))).toBe('PASSPHRASE_TOO_SHORT');
    expect(await open().status()).toEqual({ state: 'missing', guard: 'passphrase' });
  });

  test('the file is this user’s alone and does not hold the secret', async () => {
    const keys = open();
    await keys.create(PASSPHRASE);
    const { mode } = await stat(file);
    const folderMode = (await stat(join(folder, 'private'))).mode;
    expect([mode & 0o777, folderMode & 0o777]).toEqual([0o600, 0o700]);
    expect(await readFile(file, 'utf8')).not.toContain(PASSPHRASE);
  });

  test('after a restart they are locked until the passphrase comes, and are the same keys', async () => {
    const before = open();
    await before.create(PASSPHRASE);
    const key = await before.projectKey('worker', PROJECT);
    const after = open();
    expect(await after.status()).toEqual({ state: 'locked', guard: 'passphrase' });
    expect(await refusalOf(() => after.projectKey('worker', PROJECT))).toBe('KEYS_LOCKED');
    expect(await refusalOf(() => after.unlock('nine lives and a boot'))).toBe('PASSPHRASE_WRONG');
    await after.unlock(PASSPHRASE);
    expect(await after.projectKey('worker', PROJECT)).toEqual(key);
    after.lock();
    expect(await after.status()).toEqual({ state: 'locked', guard: 'passphrase' });
    expect(await refusalOf(() => after.projectKey('worker', PROJECT))).toBe('KEYS_LOCKED');
  });

  test('letters typed as composed or decomposed are the same passphrase', async () => {
    await open().create('café au lait'.normalize('NFC'));
    expect(await open().unlock('café au lait'.normalize('NFD'))).toMatchObject({ state: 'ready' });
  });

  test('making keys twice, even at once, keeps the first ones', async () => {
    const keys = open();
    await Promise.all([keys.create(PASSPHRASE), keys.create(PASSPHRASE)]);
    const key = await keys.projectKey('worker', PROJECT);
    await keys.create(PASSPHRASE);
    const other = open();
    await other.unlock(PASSPHRASE);
    expect([await keys.projectKey('worker', PROJECT), await other.projectKey('worker', PROJECT)]).toEqual([key, key]);
  });
});

describe('with a keyring', () => {
  test('keys need no passphrase, also after a restart', async () => {
    const box = fakeBox();
    await open(box).create('');
    const after = open(box);
    expect(await after.status()).toEqual({ state: 'ready', guard: 'keyring' });
    expect((await after.projectKey('worker', PROJECT)).fingerprint).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  });

  test('a keyring that does not answer means locked, and a lock on purpose lasts until unlock', async () => {
    const box = fakeBox();
    await open(box).create('');
    box.isLocked = true;
    expect(await open(box).status()).toEqual({ state: 'locked', guard: 'keyring' });
    expect(await refusalOf(() => open(box).unlock(''))).toBe('KEYS_LOCKED');
    expect(await refusalOf(() => open(null).unlock(''))).toBe('KEYS_LOCKED');
    box.isLocked = false;
    const keys = open(box);
    keys.lock();
    expect(await keys.status()).toEqual({ state: 'locked', guard: 'keyring' });
    expect(await keys.unlock('')).toEqual({ state: 'ready', guard: 'keyring' });
  });
});

describe('a damaged key file', () => {
  test.each([
    ['empty', ''],
    ['not JSON', '{'],
    ['another document', '{"format":"else"}'],
    ['far too long', 'x'.repeat(100_000)],
  ])('that is %s is refused and kept', async (_name, text) => {
    await open().create(PASSPHRASE);
    await writeFile(file, text);
    expect(await refusalOf(() => open().unlock(PASSPHRASE))).toBe('KEYS_DAMAGED');
    expect(await refusalOf(() => open().create(PASSPHRASE))).toBe('KEYS_DAMAGED');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('never opens with a changed byte, and asks for no more memory than the bounds allow', async () => {
    await open().create(PASSPHRASE);
    const good = JSON.parse(await readFile(file, 'utf8'));
    const { wrapped } = good;
    const flipped = (base64: string, at: number): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ 1;
      return bytes.toString('base64');
    };
    const changes: object[] = [
      ...[0, 13, 40, 63, 64, 79].map((at) => ({ sealed: flipped(wrapped.sealed, at) })),
      { sealed: wrapped.sealed.slice(0, 20) },
      { salt: flipped(wrapped.salt, 5) },
      { nonce: flipped(wrapped.nonce, 5) },
      { logN: 16 },
      { logN: 14 },
      { logN: 21 },
      { logN: 15.5 },
      { r: 16 },
      { p: 2 },
      { cipher: 'none' },
      { kdf: 'pbkdf2' },
      { guard: 'keyring' },
      { more: 1 },
    ];
    const codes = new Set<string>();
    for (const change of changes) {
      await writeFile(file, JSON.stringify({ ...good, wrapped: { ...wrapped, ...change } }));
      codes.add(await refusalOf(() => open().unlock(PASSPHRASE)));
    }
    expect([...codes].toSorted()).toEqual(['KEYS_DAMAGED', 'PASSPHRASE_WRONG']);
  });
});

describe('a project’s key', () => {
  test('differs by project and by role, and is HKDF-SHA256 of the root secret', async () => {
    const keys = open();
    await keys.create(PASSPHRASE);
    const all = await Promise.all([
      keys.projectKey('worker', 'a'),
      keys.projectKey('worker', 'b'),
      keys.projectKey('requester', 'a'),
    ]);
    expect(new Set(all.map(({ keyId }) => keyId)).size).toBe(3);
    const root = createHash('sha256').update('root').digest();
    expect(toHex(projectSeed(root, 'a'))).toBe(
      Buffer.from(hkdfSync('sha256', root, '', 'fairmark/project/a', 32)).toString('hex'),
    );
  });

  test('is Ed25519 of its seed (RFC 8032 section 7.1, TEST 2)', () => {
    const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb') as Uint8Array;
    expect(toHex(publicKeyOf(seed))).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    expect(toHex(signEd25519(seed, Uint8Array.of(0x72)))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });
});

describe('signing', () => {
  test('gives a signature that OpenSSL accepts under the project’s public key', async () => {
    const keys = open();
    await keys.create(PASSPHRASE);
    const statement = await ownEnrolment(keys);
    for (const role of ['worker', 'requester'] as const) {
      const key = await keys.projectKey(role, PROJECT);
      const { keyid, sig } = await keys.signStatement({ role, projectId: PROJECT, statement });
      const publicKey = createPublicKey(toPem(fromHex(key.publicKey) as Uint8Array));
      expect(keyid).toBe(key.keyId);
      expect(verify(null, messageOf(statement), publicKey, sig)).toBe(true);
    }
  });

  test('is refused for anything that this key has no part in', async () => {
    const keys = open();
    await keys.create(PASSPHRASE);
    const statement = await ownEnrolment(keys);
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => keys.signStatement({ role: 'worker', projectId: 'another', statement }),
      () =>
        keys.signStatement({ role: 'worker', projectId: PROJECT, statement: { ...statement, predicateType: 'urn:x' } }),
      () =>
        keys.signStatement({
          role: 'worker',
          projectId: PROJECT,
          statement: {
            ...statement,
            predicate: { ...statement.predicate, roles: statement.predicate.roles.slice(0, 1) },
          },
        }),
      () => keys.signStatement({ role: 'worker', projectId: PROJECT, statement: { ...statement, predicate: {} } }),
      async () => keys.signerFor(PROJECT)({ holder: { role: 'witness', keyId: '' }, statement }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
    await expect(attempts[0]?.()).rejects.toBeInstanceOf(BugError);
  });
});
