import type { z } from 'zod';
import type { CryptoPort } from '../../core/ports.ts';
import { sha256Hex } from '../annotation-leaves.ts';
import { type Envelope, PAYLOAD_TYPE, openEnvelope, preAuthEncoding } from '../encoding/dsse.ts';
import { parseStatement, type Statement } from '../encoding/statement.ts';
import type { Digested } from '../labour.ts';
import type { VerificationCode, VerificationFinding } from '../report.ts';
import { type AnyPredicate, predicateSchemas, type PredicateType } from '../statements/predicates.ts';
import type { RoleHolder } from '../statements/fields.ts';
import type { FoundKeys } from './read-keys.ts';

/** A statement that was read, and whether those who had to sign it did. */
export interface OpenedStatement<Predicate = AnyPredicate, Type = PredicateType> extends Digested<Predicate> {
  readonly predicateType: Type;
  readonly isSigned: boolean;
}

export interface Opened<Predicate = AnyPredicate, Type = PredicateType> {
  /** Null if it could not be read at all. */
  readonly opened: OpenedStatement<Predicate, Type> | null;
  readonly findings: readonly VerificationFinding[];
}

/** An envelope from a stranger, and what its signatures are held against. */
interface SignedFile {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly keys: FoundKeys;
  readonly crypto: CryptoPort;
}

interface Signable {
  readonly roles: readonly RoleHolder[];
}

/**
 * Opens one envelope from a stranger: its form, its payload's canonical bytes, its schema, and its signatures by
 * exactly the roles that the payload declares.
 */
export function openSigned(file: SignedFile): Opened {
  return openSignedAs<AnyPredicate, PredicateType>(file, predicateSchemas);
}

/** The same for other kinds of statements, each with the schema that reads it. */
export function openSignedAs<Predicate extends Signable, Type extends string>(
  { bytes, path, keys, crypto }: SignedFile,
  schemas: Readonly<Record<Type, z.ZodType<Predicate>>>,
): Opened<Predicate, Type> {
  const fails = (code: VerificationCode, message: string): Opened<Predicate, Type> => ({
    opened: null,
    findings: [{ code, path, message }],
  });
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) return fails(envelope.fault === 'limit' ? 'E_LIMIT' : 'E_FORMAT', envelope.message);
  if (envelope.envelope.payloadType !== PAYLOAD_TYPE)
    return fails('E_FORMAT', 'its payload is not an in-toto statement');
  const parsed = parseStatement(envelope.envelope.payload);
  if (!parsed.ok) return fails(payloadCode(parsed.fault), parsed.message);
  const read = readPredicate(parsed.statement, schemas);
  if (!read.ok) return fails(read.code, read.message);
  const findings = signatureFaults({ envelope: envelope.envelope, roles: read.predicate.roles, path, keys, crypto });
  return {
    opened: {
      statement: { ...parsed.statement, predicate: read.predicate },
      predicateType: read.predicateType,
      payloadSha256: sha256Hex(envelope.envelope.payload, crypto),
      isSigned: findings.length === 0,
    },
    findings,
  };
}

function payloadCode(fault: Exclude<ReturnType<typeof parseStatement>, { ok: true }>['fault']): VerificationCode {
  switch (fault) {
    case 'limit':
      return 'E_LIMIT';
    case 'number':
      return 'E_UNIT';
    case 'syntax':
    case 'shape':
      return 'E_FORMAT';
    case 'duplicate-key':
    case 'reserved-key':
    case 'surrogate':
    case 'noncanonical':
      return 'E_NONCANONICAL';
  }
}

type Read<Predicate, Type> =
  | { readonly ok: true; readonly predicate: Predicate; readonly predicateType: Type }
  | { readonly ok: false; readonly code: VerificationCode; readonly message: string };

function readPredicate<Predicate, Type extends string>(
  { predicateType, predicate }: Statement<unknown>,
  schemas: Readonly<Record<Type, z.ZodType<Predicate>>>,
): Read<Predicate, Type> {
  const isKnown = (type: string): type is Type => Object.hasOwn(schemas, type);
  if (!isKnown(predicateType)) {
    return { ok: false, code: 'E_FORMAT', message: `“${predicateType}” is no statement that is looked for here` };
  }
  const parsed = schemas[predicateType].safeParse(predicate);
  if (parsed.success) return { ok: true, predicate: parsed.data, predicateType };
  const issue = parsed.error.issues[0];
  const isNumber =
    issue?.code === 'too_small' || issue?.code === 'too_big'
      ? issue.origin === 'number' || issue.origin === 'int'
      : false;
  const message = `#/${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'invalid'}`;
  return { ok: false, code: isNumber ? 'E_UNIT' : 'E_FORMAT', message };
}

function signatureFaults(args: {
  readonly envelope: Envelope;
  readonly roles: readonly RoleHolder[];
  readonly path: string;
  readonly keys: FoundKeys;
  readonly crypto: CryptoPort;
}): readonly VerificationFinding[] {
  const { envelope, roles, path, keys, crypto } = args;
  const message = preAuthEncoding(envelope.payloadType, envelope.payload);
  const findings: VerificationFinding[] = [];
  const add = (code: VerificationCode, text: string): void => {
    findings.push({ code, path, message: text });
  };
  if (new Set(roles.map(({ keyId }) => keyId)).size < roles.length) add('E_ROLE', 'one key stands for two roles');
  const unused = new Set(envelope.signatures);
  const unsigned: RoleHolder[] = [];
  for (const holder of roles) {
    const publicKey = keys.keys.get(holder.keyId);
    if (!publicKey) {
      // Of a weak key there is a finding already; its signatures count for nothing.
      const why = keys.weak.has(holder.keyId) ? 'is weak' : 'is not in the package';
      add(keys.weak.has(holder.keyId) ? 'E_KEY_WEAK' : 'E_KEY_UNENROLLED', `the key of the ${holder.role} ${why}`);
      continue;
    }
    // A key id beside a signature is a hint that anyone can write: every signature is tried.
    const own = envelope.signatures.find(({ sig }) => crypto.verifyEd25519({ publicKey, message, signature: sig }));
    if (own) unused.delete(own);
    else unsigned.push(holder);
  }
  for (const { role } of unsigned) {
    if (unused.size > 0) add('E_SIG', `no signature holds under the key of the ${role}`);
    else add('E_ROLE', `the ${role} did not sign`);
  }
  if (unused.size > unsigned.length && findings.length === 0) add('E_SIG', 'a signature is nobody’s');
  return findings;
}
