import type { Digested } from '../labour.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { type EnvelopeSignature, PAYLOAD_TYPE, printEnvelope } from '../encoding/dsse.ts';
import { type Statement, printStatement } from '../encoding/statement.ts';
import type { RoleHolder } from '../statements/fields.ts';
import type { CryptoPort } from '../../core/ports.ts';
import { sha256Hex } from '../annotation-leaves.ts';

/**
 * Signs one statement with the key of one of its roles. Private keys stay behind this port; it gets statements, never
 * bytes, so that nothing else can be signed by mistake.
 */
export type SignStatement = (request: {
  readonly holder: RoleHolder;
  readonly statement: Statement<unknown>;
}) => Promise<EnvelopeSignature>;

/** A statement, the digest of its payload, and the file with its signatures. */
export interface SignedStatement<Predicate> extends Digested<Predicate> {
  readonly file: Uint8Array;
}

/** Collects the signature of every role that the statement declares, in their order. */
export async function signByAllRoles<Predicate extends { readonly roles: readonly RoleHolder[] }>(args: {
  readonly statement: Statement<Predicate>;
  readonly sign: SignStatement;
  readonly crypto: Pick<CryptoPort, 'sha256'>;
}): Promise<SignedStatement<Predicate>> {
  const { statement, sign, crypto } = args;
  const payload = printStatement(statement);
  const signatures: EnvelopeSignature[] = [];
  for (const holder of statement.predicate.roles) signatures.push(await sign({ holder, statement }));
  return {
    statement,
    payloadSha256: sha256Hex(payload, crypto),
    file: toUtf8(printEnvelope({ payload, payloadType: PAYLOAD_TYPE, signatures })),
  };
}
