import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../../shared/manifest/encoding/bytes.ts';
import {
  ENVELOPE_LIMIT_BYTES,
  PAYLOAD_TYPE,
  openEnvelope,
  preAuthEncoding,
  printEnvelope,
} from '../../../../shared/manifest/encoding/dsse.ts';
import { parseStatement, printStatement } from '../../../../shared/manifest/encoding/statement.ts';

// https://github.com/secure-systems-lab/dsse/blob/master/protocol.md, "Test Vectors"
describe('the DSSE protocol’s own vector', () => {
  const file = `{"payload": "aGVsbG8gd29ybGQ=",
 "payloadType": "http://example.com/HelloWorld",
 "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}`;

  test('the pre-authentication encoding', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', toUtf8('hello world'));
    expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  test('the envelope opens, and its ECDSA signature holds over our encoding', () => {
    const opened = openEnvelope(toUtf8(file));
    if (!opened.ok) throw new Error(opened.why.reason);
    const base64url = (decimal: bigint): string =>
      Buffer.from(decimal.toString(16).padStart(64, '0'), 'hex').toString('base64url');
    const key = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: base64url(46950820868899156662930047687818585632848591499744589407958293238635476079160n),
        y: base64url(5640078356564379163099075877009565129882514886557779369047442380624545832820n),
      },
    });
    const { payload, payloadType, signatures } = opened.envelope;
    const message = preAuthEncoding(payloadType, payload);
    const signature = signatures[0]?.sig as Uint8Array;
    expect(verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });
});

test('lengths are in bytes, not characters', () => {
  expect(Buffer.from(preAuthEncoding('tÿpe', toUtf8('é'))).toString()).toBe('DSSEv1 5 tÿpe 2 é');
});

test('Sigstore accepts an envelope of ours, and refuses it once a byte of the payload differs', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const payload = printStatement({
    predicateType: 'urn:example:test',
    subject: [{ name: 'a', digest: { sha256: createHash('sha256').update('a').digest('hex') } }],
    predicate: {},
  });
  const sig = new Uint8Array(sign(null, preAuthEncoding(PAYLOAD_TYPE, payload), privateKey));
  const file = JSON.parse(printEnvelope({ payload, payloadType: PAYLOAD_TYPE, signatures: [{ keyid: '', sig }] }));

  const verifyBySigstore = (payloadBase64: string): void => {
    const bundle = {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        content: { $case: 'publicKey', publicKey: { hint: 'test' } },
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [] },
      },
      content: {
        $case: 'dsseEnvelope',
        dsseEnvelope: {
          payload: Buffer.from(payloadBase64, 'base64'),
          payloadType: file.payloadType,
          signatures: [{ keyid: '', sig: Buffer.from(file.signatures[0].sig, 'base64') }],
        },
      },
    };
    const trusted = { publicKey, validFor: () => true };
    const material = toTrustMaterial(
      { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] } as never,
      () => trusted,
    );
    const verifier = new Verifier(material, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    verifier.verify(toSignedEntity(bundle as never));
  };
  expect(() => verifyBySigstore(file.payload)).not.toThrow();
  const changed = Buffer.from(file.payload, 'base64');
  changed[20] = (changed[20] as number) ^ 1;
  expect(() => verifyBySigstore(changed.toString('base64'))).toThrow();
});

describe('an envelope from a stranger', () => {
  const good = { payload: 'e30=', payloadType: PAYLOAD_TYPE, signatures: [{ sig: 'AAAA' }] };
  const faultOf = (value: unknown): string => {
    const opened = openEnvelope(typeof value === 'string' ? toUtf8(value) : toUtf8(JSON.stringify(value)));
    return opened.ok ? 'fine' : opened.fault;
  };

  test('opens when it is plain, and what DSSE does not know is ignored', () => {
    expect(faultOf(good)).toBe('fine');
    expect(faultOf({ ...good, more: 1 })).toBe('fine');
  });

  test.each([
    ['not JSON', 'x'],
    ['no signature', { ...good, signatures: [] }],
    ['a payload that is not base64', { ...good, payload: 'e30' }],
    ['a signature that is not base64', { ...good, signatures: [{ sig: 'A' }] }],
    ['a payload that is no text', { ...good, payload: 1 }],
    ['two payloads', '{"payload":"e30=","payload":"W10=","payloadType":"a","signatures":[{"sig":"AAAA"}]}'],
  ])('is refused with %s', (_name, value) => expect(faultOf(value)).toBe('format'));

  test.each([
    ['too many signatures', { ...good, signatures: Array.from({ length: 17 }, () => ({ sig: 'AAAA' })) }],
    ['too much depth', `${'['.repeat(100)}${']'.repeat(100)}`],
  ])('is refused for %s', (_name, value) => expect(faultOf(value)).toBe('limit'));

  test('is not even read when it is too large', () => {
    expect(openEnvelope(new Uint8Array(ENVELOPE_LIMIT_BYTES + 1))).toMatchObject({ ok: false, fault: 'limit' });
  });
});

describe('a payload', () => {
  const statement = {
    predicateType: 'urn:example:test',
    subject: [{ name: 'a', digest: { sha256: '0'.repeat(64) } }],
    predicate: { b: 1, a: ['é'] },
  };
  const text = Buffer.from(printStatement(statement)).toString();
  const faultOf = (payload: string): string => {
    const parsed = parseStatement(toUtf8(payload));
    return parsed.ok ? 'fine' : parsed.fault;
  };

  test('is read back as it was', () => {
    expect(parseStatement(toUtf8(text))).toEqual({ ok: true, statement });
    expect(text).toBe(
      `{"_type":"https://in-toto.io/Statement/v1","predicate":{"a":["é"],"b":1},"predicateType":"urn:example:test","subject":[{"digest":{"sha256":"${'0'.repeat(64)}"},"name":"a"}]}`,
    );
  });

  test.each([
    ['white space', text.replace(',', ', '), 'noncanonical'],
    ['another order of keys', text.replace('"a":["é"],"b":1', '"b":1,"a":["é"]'), 'noncanonical'],
    ['another escape', text.replace('é', '\\u00e9'), 'noncanonical'],
    ['a duplicate key', text.replace('"b":1', '"b":1,"b":2'), 'duplicate-key'],
    ['a fraction', text.replace('"b":1', '"b":1.5'), 'number'],
    ['an unsafe integer', text.replace('"b":1', '"b":9007199254740993'), 'number'],
    ['minus nought', text.replace('"b":1', '"b":-0'), 'noncanonical'],
    ['another type', text.replace('/v1"', '/v2"'), 'shape'],
    ['a field too many', text.replace('{"_type"', '{"AAA":1,"_type"'), 'shape'],
    ['no subject', text.replace(/"subject":\[.*\]/, '"subject":[]'), 'shape'],
    ['a byte order mark', `\ufeff${text}`, 'syntax'],
  ])('with %s is refused', (_name, payload, fault) => expect(faultOf(payload)).toBe(fault));
});
