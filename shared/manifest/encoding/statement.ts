import { type Because, because, type DetailsArgument, type ReasonOf } from '../../i18n/reason.ts';
import { z } from 'zod';
import { sha256Schema } from '../../core/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { type JsonFault, type JsonValue, parseStrictJson } from '../../dataset/strict-json.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Bounds on a payload before anything of it is believed. */
const PAYLOAD_LIMITS = { characters: 48 * 1024 * 1024, depth: 16, values: 2_000_000, numbers: 'integers' } as const;

/** What a statement is about: a name and the SHA-256 of its bytes. Only the digest binds. */
export const subjectSchema = z.strictObject({
  name: z.string().min(1).max(1024),
  digest: z.strictObject({ sha256: sha256Schema }),
});
export type Subject = z.infer<typeof subjectSchema>;

/** in-toto Statement v1 with its predicate still unread. */
const statementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(subjectSchema).min(1).max(200_000),
  predicateType: z.string().min(1).max(200),
  predicate: z.record(z.string(), z.unknown()),
});

/** One signed sentence: who says what (the predicate) about which bytes (the subjects). */
export interface Statement<Predicate> {
  readonly predicateType: string;
  readonly subject: readonly Subject[];
  readonly predicate: Predicate;
}

export type StatementResult =
  | { readonly ok: true; readonly statement: Statement<unknown> }
  | { readonly ok: false; readonly fault: JsonFault | 'noncanonical' | 'shape'; readonly why: Because<'verified'> };

/** The payload bytes of a statement: its RFC 8785 form. */
export function printStatement<Predicate>(statement: Statement<Predicate>): Uint8Array {
  const { subject, predicateType, predicate } = statement;
  return toUtf8(canonicalJson({ _type: STATEMENT_TYPE, subject, predicateType, predicate } as unknown as JsonValue));
}

/**
 * Reads a payload, which an attacker controls. It must be its own canonical form, so that two readers can never
 * see two different statements in the same signed bytes.
 */
export function parseStatement(payload: Uint8Array): StatementResult {
  if (payload.length > PAYLOAD_LIMITS.characters) return refused('limit', 'payloadTooLarge');
  const text = fromUtf8(payload);
  if (text === null) return refused('syntax', 'payloadNotUtf8');
  const json = parseStrictJson(text, PAYLOAD_LIMITS);
  if (!json.ok) return refused(json.fault, 'payloadNotJson', { at: json.at, fault: json.fault });
  if (canonicalJson(json.value) !== text) return refused('noncanonical', 'payloadNotCanonical');
  const parsed = statementSchema.safeParse(json.value);
  if (!parsed.success) return refused('shape', 'payloadNotStatement');
  const { subject, predicateType, predicate } = parsed.data;
  return { ok: true, statement: { subject, predicateType, predicate } };
}

function refused<Reason extends ReasonOf<'verified'>>(
  fault: Exclude<StatementResult, { ok: true }>['fault'],
  reason: Reason,
  ...details: DetailsArgument<'verified', Reason>
): StatementResult {
  return { ok: false, fault, why: because('verified', reason, ...details) };
}
