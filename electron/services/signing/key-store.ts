import { randomBytes } from 'node:crypto';
import { AppError, BugError } from '../../../shared/core/errors.ts';
import type { SignStatement } from '../../../shared/manifest/compose/signer.ts';
import { type EnvelopeSignature, PAYLOAD_TYPE, preAuthEncoding } from '../../../shared/manifest/encoding/dsse.ts';
import { toHex } from '../../../shared/manifest/encoding/hex.ts';
import { fingerprintOf, keyIdOf } from '../../../shared/manifest/encoding/public-key.ts';
import { type Statement, printStatement } from '../../../shared/manifest/encoding/statement.ts';
import type { Role } from '../../../shared/manifest/statements/fields.ts';
import { OWN_RECORD, type OwnRecord, ownRecordSchema } from '../../../shared/manifest/statements/own-record.ts';
import { parsePredicate } from '../../../shared/manifest/statements/predicates.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './key-file.ts';
import { nodeCrypto } from './node-crypto.ts';
import { openWithPassphrase, sealWithPassphrase } from './passphrase-envelope.ts';
import { ownRecordSeed, projectSeed, publicKeyOf, signEd25519 } from './project-key.ts';
import type { SecretBox } from './secret-box.ts';

/** Whose key: a machine may hold both, and uses them apart. */
export type KeyRole = 'worker' | 'requester';

/** Public facts of one project's key. */
export interface ProjectKey {
  /** Raw, 32 bytes, lower-case hex. */
  readonly publicKey: string;
  readonly keyId: string;
  /** 8 groups of 4 letters, for people to compare. */
  readonly fingerprint: string;
}

export interface KeyStoreStatus {
  readonly state: 'missing' | 'locked' | 'ready';
  readonly guard: 'keyring' | 'passphrase';
}

/**
 * The signing keys of this machine. Private keys never leave it: callers get public facts and signatures over
 * statements, never over bytes of their choice.
 *
 * Refuses with KEYS_MISSING before `create`, KEYS_LOCKED before `unlock` (or when the keyring does not answer),
 * PASSPHRASE_WRONG, PASSPHRASE_TOO_SHORT, and KEYS_DAMAGED for a file that cannot be understood.
 */
export interface KeyStore {
  status(): Promise<KeyStoreStatus>;
  /** Makes both root secrets, once. With keys already there it only unlocks them. */
  create(passphrase: string): Promise<KeyStoreStatus>;
  unlock(passphrase: string): Promise<KeyStoreStatus>;
  /** Forgets the secrets until the next `unlock`. */
  lock(): void;
  projectKey(role: KeyRole, projectId: string): Promise<ProjectKey>;
  signStatement(request: {
    readonly role: KeyRole;
    readonly projectId: string;
    readonly statement: Statement<unknown>;
  }): Promise<EnvelopeSignature>;
  /** The worker's key for their own record, which belongs to no project and cannot be linked to one. */
  ownKey(): Promise<ProjectKey>;
  /** Signs the worker's account of their own time, and nothing else, with that key. */
  signOwnRecord(statement: Statement<OwnRecord>): Promise<EnvelopeSignature>;
  /** The port that `composeLabour` signs with, for the roles whose keys are on this machine. */
  signerFor(projectId: string): SignStatement;
}

const ROOT_BYTES = 32;
const ROLES = ['worker', 'requester'] as const satisfies readonly KeyRole[];

/** Roles that each key may sign as. */
const actsAs: Readonly<Record<KeyRole, readonly Role[]>> = {
  worker: ['worker', 'replaced-worker'],
  requester: ['requester'],
};

export function createKeyStore(options: {
  /** Path of the key file. */
  readonly file: string;
  /**
   * The system's keyring, or null where there is none: then a passphrase guards the keys. Asked for with the first key,
   * not at the start: a keyring that is slow to answer must not keep anyone from their work.
   */
  readonly findBox: () => SecretBox | null;
  /** Cost of the passphrase, as log2 of scrypt's N; tests lower it to the least allowed, 15. */
  readonly scryptLogN?: number;
}): KeyStore {
  const { file, findBox, scryptLogN } = options;
  let known: { readonly box: SecretBox | null } | null = null;
  const boxOf = (): SecretBox | null => (known ??= { box: findBox() }).box;
  let roots: Readonly<Record<KeyRole, Buffer>> | null = null;
  let lockedOnPurpose = false;

  async function wrap(secret: Uint8Array, passphrase: string): Promise<KeyFile['wrapped']> {
    const box = boxOf();
    if (!box) return sealWithPassphrase(secret, passphrase, scryptLogN);
    return { guard: 'keyring', sealed: Buffer.from(await box.seal(secret)).toString('base64') };
  }

  async function unwrap(wrapped: KeyFile['wrapped'], passphrase: string): Promise<Uint8Array> {
    if (wrapped.guard === 'passphrase') return openWithPassphrase(wrapped, passphrase);
    const box = boxOf();
    if (!box) throw new AppError('KEYS_LOCKED');
    try {
      return await box.open(new Uint8Array(Buffer.from(wrapped.sealed, 'base64')));
    } catch (cause) {
      throw new AppError('KEYS_LOCKED', {}, { cause });
    }
  }

  function keep(secret: Uint8Array): void {
    if (secret.length !== ROOT_BYTES * ROLES.length) {
      secret.fill(0);
      throw new AppError('KEYS_DAMAGED');
    }
    forget();
    roots = {
      worker: Buffer.from(secret.subarray(0, ROOT_BYTES)),
      requester: Buffer.from(secret.subarray(ROOT_BYTES)),
    };
    secret.fill(0);
    lockedOnPurpose = false;
  }

  function forget(): void {
    for (const role of ROLES) roots?.[role].fill(0);
    roots = null;
  }

  async function open(passphrase: string): Promise<void> {
    const found = await readKeyFile(file);
    if (!found) throw new AppError('KEYS_MISSING');
    keep(await unwrap(found.wrapped, passphrase));
  }

  /** A keyring needs no question, so its keys open by themselves unless somebody locked them. */
  async function rootOf(role: KeyRole): Promise<Buffer> {
    if (!roots) {
      const found = await readKeyFile(file);
      if (!found) throw new AppError('KEYS_MISSING');
      if (found.wrapped.guard !== 'keyring' || lockedOnPurpose) throw new AppError('KEYS_LOCKED');
      keep(await unwrap(found.wrapped, ''));
    }
    if (!roots) throw new BugError('keys are open but not there');
    return roots[role];
  }

  function withSeed<Result>(role: KeyRole, projectId: string, act: (seed: Buffer) => Result): Promise<Result> {
    return withSeedOf(role, (root) => projectSeed(root, projectId), act);
  }

  async function withSeedOf<Result>(
    role: KeyRole,
    derive: (root: Buffer) => Buffer,
    act: (seed: Buffer) => Result,
  ): Promise<Result> {
    const seed = derive(await rootOf(role));
    try {
      return act(seed);
    } finally {
      seed.fill(0);
    }
  }

  /** Making and unlocking keys takes a while: one at a time, so that the file and the memory hold the same ones. */
  let tail: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = tail.then(act);
    tail = done.catch(() => undefined);
    return done;
  }

  async function make(passphrase: string): Promise<void> {
    const secret = randomBytes(ROOT_BYTES * ROLES.length);
    try {
      await writeKeyFile(file, await wrap(secret, passphrase));
      keep(secret);
    } finally {
      secret.fill(0);
    }
  }

  const store: KeyStore = {
    async status() {
      const found = await readKeyFile(file);
      const guard = found?.wrapped.guard ?? (boxOf() ? 'keyring' : 'passphrase');
      if (!found) return { state: 'missing', guard };
      if (roots) return { state: 'ready', guard };
      const opens = await rootOf('worker').then(
        () => true,
        () => false,
      );
      return { state: opens ? 'ready' : 'locked', guard };
    },
    create: (passphrase) =>
      inTurn(async () => {
        if (await readKeyFile(file)) await open(passphrase);
        else await make(passphrase);
        return store.status();
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        await open(passphrase);
        return store.status();
      }),
    lock() {
      forget();
      lockedOnPurpose = true;
    },
    projectKey: (role, projectId) => withSeed(role, projectId, factsOfKey),
    ownKey: () => withSeedOf('worker', ownRecordSeed, factsOfKey),
    signOwnRecord: (statement) =>
      withSeedOf('worker', ownRecordSeed, (seed) => {
        const { keyId } = factsOfKey(seed);
        const { roles } = ownRecordSchema.parse(statement.predicate);
        const declared = roles.length === 1 && roles[0]?.role === 'worker' && roles[0].keyId === keyId;
        if (statement.predicateType !== OWN_RECORD || !declared) throw new BugError('this is no record of their own');
        return { keyid: keyId, sig: signEd25519(seed, preAuthEncoding(PAYLOAD_TYPE, printStatement(statement))) };
      }),
    signStatement: ({ role, projectId, statement }) =>
      withSeed(role, projectId, (seed) => {
        const keyId = keyIdOf(publicKeyOf(seed), nodeCrypto);
        const { project, roles } = parsePredicate(statement);
        const declared = roles.some((holder) => holder.keyId === keyId && actsAs[role].includes(holder.role));
        if (project.id !== projectId || !declared) throw new BugError('this key has no part in that statement');
        return { keyid: keyId, sig: signEd25519(seed, preAuthEncoding(PAYLOAD_TYPE, printStatement(statement))) };
      }),
    signerFor:
      (projectId) =>
      ({ holder, statement }) => {
        const role = ROLES.find((candidate) => actsAs[candidate].includes(holder.role));
        if (!role) throw new BugError(`no key on this machine signs as ${holder.role}`);
        return store.signStatement({ role, projectId, statement });
      },
  };
  return store;
}

function factsOfKey(seed: Buffer): ProjectKey {
  const publicKey = publicKeyOf(seed);
  const keyId = keyIdOf(publicKey, nodeCrypto);
  return { publicKey: toHex(publicKey), keyId, fingerprint: fingerprintOf(keyId) ?? '' };
}
