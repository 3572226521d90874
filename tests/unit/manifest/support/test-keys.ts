import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { SignStatement } from '../../../../shared/manifest/compose/signer.ts';
import { PAYLOAD_TYPE, preAuthEncoding } from '../../../../shared/manifest/encoding/dsse.ts';
import { fromSpki, keyIdOf } from '../../../../shared/manifest/encoding/public-key.ts';
import { type Statement, printStatement } from '../../../../shared/manifest/encoding/statement.ts';
import { toHex } from '../../../../shared/manifest/encoding/hex.ts';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';

export interface TestKey {
  readonly publicKey: string;
  readonly keyId: string;
  signBytes(message: Uint8Array): Uint8Array;
}

/** An Ed25519 key that is always the same for the same name. */
export function testKey(name: string): TestKey {
  const seed = createHash('sha256').update(`fairmark test key ${name}`).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const raw = fromSpki(new Uint8Array(spki)) as Uint8Array;
  return {
    publicKey: toHex(raw),
    keyId: keyIdOf(raw, nodeCrypto),
    signBytes: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

/** Signs with whichever of these keys a role names. */
export function signWith(keys: readonly TestKey[]): SignStatement {
  return async ({ holder, statement }) => {
    const key = keys.find(({ keyId }) => keyId === holder.keyId);
    if (!key) throw new Error(`no test key for ${holder.role}`);
    return { keyid: key.keyId, sig: key.signBytes(messageOf(statement)) };
  };
}

export function messageOf(statement: Statement<unknown>): Uint8Array {
  return preAuthEncoding(PAYLOAD_TYPE, printStatement(statement));
}
