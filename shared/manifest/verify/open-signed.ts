import { type Because, because, type DetailsArgument, type ReasonOf } from '../../i18n/reason.ts';
import { fieldProblem } from '../../dataset/findings.ts';
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
  const fails = (code: VerificationCode, why: Because<'verified'>): Opened<Predicate, Type> => ({
    opened: null,
    findings: [{ code, path, ...why }],
  });
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) return fails(envelope.fault === 'limit' ? 'E_LIMIT' : 'E_FORMAT', envelope.why);
  if (envelope.envelope.payloadType !== PAYLOAD_TYPE) return fails('E_FORMAT', because('verified', 'notInToto'));
  const parsed = parseStatement(envelope.envelope.payload);
  if (!parsed.ok) return fails(payloadCode(parsed.fault), parsed.why);
  const read = readPredicate(parsed.statement, schemas);
  if (!read.ok) return fails(read.code, read.why);
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
  | { readonly ok: false; readonly code: VerificationCode; readonly why: Because<'verified'> };

function readPredicate<Predicate, Type extends string>(
  { predicateType, predicate }: Statement<unknown>,
  schemas: Readonly<Record<Type, z.ZodType<Predicate>>>,
): Read<Predicate, Type> {
  const isKnown = (type: string): type is Type => Object.hasOwn(schemas, type);
  if (!isKnown(predicateType)) {
    return { ok: false, code: 'E_FORMAT', why: because('verified', 'unknownStatement', { type: predicateType }) };
  }
  const parsed = schemas[predicateType].safeParse(predicate);
  if (parsed.success) return { ok: true, predicate: parsed.data, predicateType };
  const issue = parsed.error.issues[0];
  const isNumber =
    issue?.code === 'too_small' || issue?.code === 'too_big'
      ? issue.origin === 'number' || issue.origin === 'int'
      : false;
  const field = issue?.path.join('/') ?? '';
  const why =
    issue?.code === 'invalid_type'
      ? because('verified', 'payloadFieldType', { field, expected: issue.expected })
      : because('verified', 'payloadField', { field, problem: fieldProblem(issue) });
  return { ok: false, code: isNumber ? 'E_UNIT' : 'E_FORMAT', why };
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
  const add = <Reason extends ReasonOf<'verified'>>(
    code: VerificationCode,
    reason: Reason,
    ...details: DetailsArgument<'verified', Reason>
  ): void => {
    findings.push({ code, path, ...because('verified', reason, ...details) });
  };
  if (new Set(roles.map(({ keyId }) => keyId)).size < roles.length) add('E_ROLE', 'keyTwice');
  const unused = new Set(envelope.signatures);
  const unsigned: RoleHolder[] = [];
  for (const holder of roles) {
    const publicKey = keys.keys.get(holder.keyId);
    if (!publicKey) {
      // Of a weak key there is a finding already; its signatures count for nothing.
      if (keys.weak.has(holder.keyId)) add('E_KEY_WEAK', 'keyWeak', { role: holder.role });
      else add('E_KEY_UNENROLLED', 'keyMissing', { role: holder.role });
      continue;
    }
    // A key id beside a signature is a hint that anyone can write: every signature is tried.
    const own = envelope.signatures.find(({ sig }) => crypto.verifyEd25519({ publicKey, message, signature: sig }));
    if (own) unused.delete(own);
    else unsigned.push(holder);
  }
  for (const { role } of unsigned) {
    if (unused.size > 0) add('E_SIG', 'signatureInvalid', { role });
    else add('E_ROLE', 'unsigned', { role });
  }
  if (unused.size > unsigned.length && findings.length === 0) add('E_SIG', 'signedByNobody');
  return findings;
}
