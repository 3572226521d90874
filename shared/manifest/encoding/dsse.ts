import { type Because, because, type DetailsArgument, type ReasonOf } from '../../i18n/reason.ts';
import { z } from 'zod';
import { fromBase64, toBase64 } from './base64.ts';
import { concatBytes, fromUtf8, toUtf8 } from './bytes.ts';
import { parseStrictJson } from '../../dataset/strict-json.ts';

/** What stands in a payload of ours: an in-toto Statement v1. */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** Largest envelope that is opened; the longest honest one (a manifest of 100,000 files) is about a third of it. */
export const ENVELOPE_LIMIT_BYTES = 64 * 1024 * 1024;

/** Most signatures that one envelope may carry, each tried against each declared key. */
export const SIGNATURE_LIMIT = 16;

/** One signature over the pre-authentication encoding. `keyid` is a hint and proves nothing. */
export interface EnvelopeSignature {
  readonly keyid: string;
  readonly sig: Uint8Array;
}

/** A DSSE v1 envelope, its base64 decoded. Nothing in it is verified yet. */
export interface Envelope {
  readonly payload: Uint8Array;
  readonly payloadType: string;
  readonly signatures: readonly EnvelopeSignature[];
}

/** Fields that DSSE does not know are ignored, as its protocol demands: they are not signed. */
const envelopeSchema = z.object({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.array(z.object({ keyid: z.string().max(200).optional(), sig: z.string().max(200) })).min(1),
});

export type EnvelopeResult =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly fault: 'format' | 'limit'; readonly why: Because<'verified'> };

/** The bytes that are signed: DSSE v1's `PAE(type, body)`. Lengths are in bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = toUtf8(payloadType);
  const head = toUtf8(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  return concatBytes(head, payload);
}

/** Reads an envelope from a file's bytes, which an attacker controls. */
export function openEnvelope(bytes: Uint8Array): EnvelopeResult {
  if (bytes.length > ENVELOPE_LIMIT_BYTES) return refused('limit', 'envelopeTooLarge');
  const text = fromUtf8(bytes);
  if (text === null) return refused('format', 'envelopeNotUtf8');
  const json = parseStrictJson(text, {
    characters: ENVELOPE_LIMIT_BYTES,
    depth: 8,
    values: 1_000,
    numbers: 'finite',
  });
  if (!json.ok) {
    const { fault } = json;
    return refused(fault === 'limit' ? 'limit' : 'format', 'envelopeNotJson', { fault });
  }
  const parsed = envelopeSchema.safeParse(json.value);
  if (!parsed.success) return refused('format', 'envelopeIncomplete');
  if (parsed.data.signatures.length > SIGNATURE_LIMIT) return refused('limit', 'tooManySignatures');
  const payload = fromBase64(parsed.data.payload);
  if (!payload) return refused('format', 'payloadNotBase64');
  const signatures: EnvelopeSignature[] = [];
  for (const { keyid = '', sig } of parsed.data.signatures) {
    const decoded = fromBase64(sig);
    if (!decoded) return refused('format', 'signatureNotBase64');
    signatures.push({ keyid, sig: decoded });
  }
  return { ok: true, envelope: { payload, payloadType: parsed.data.payloadType, signatures } };
}

/** The envelope as a file: indented JSON, standard base64, signatures in the given order. */
export function printEnvelope(envelope: Envelope): string {
  const signatures = envelope.signatures.map(({ keyid, sig }) => ({ keyid, sig: toBase64(sig) }));
  const { payloadType } = envelope;
  return `${JSON.stringify({ payload: toBase64(envelope.payload), payloadType, signatures }, null, 2)}\n`;
}

function refused<Reason extends ReasonOf<'verified'>>(
  fault: 'format' | 'limit',
  reason: Reason,
  ...details: DetailsArgument<'verified', Reason>
): EnvelopeResult {
  return { ok: false, fault, why: because('verified', reason, ...details) };
}
