import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAYLOAD_TYPE, openEnvelope, preAuthEncoding } from '../../shared/manifest/encoding/dsse.ts';
import { ownRecordSchema } from '../../shared/manifest/statements/own-record.ts';
import { MINUTE } from '../support/time/fake-worker.ts';
import { makeOwnRecord } from '../support/time/make-own-record.ts';

const ALL = { range: 'all', atMs: null, language: 'en' } as const;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the worker’s own export', () => {
  it('is written exactly as it was shown, although the record went on meanwhile', async () => {
    const { keys, service, timekeeper, work } = await makeOwnRecord();
    await keys.create('a long passphrase');
    const shown = await service.preview({ ...ALL, detail: 'totals' });
    timekeeper.signOn();
    work(2);
    const { dir, files } = await service.write({ previewId: shown.previewId, dir: null });
    expect(readdirSync(dir).toSorted()).toEqual([
      'VERIFY.md',
      'hours.csv',
      'hours.pdf',
      'public-key.pem',
      'work-statement.dsse.json',
    ]);
    expect(files).toEqual(shown.files.map(({ name }) => name));
    for (const { name, sha256: digest, bytes } of shown.files) {
      const written = readFileSync(join(dir, name));
      expect([name, written.length, sha256(written)]).toEqual([name, bytes, digest]);
    }
    expect(readFileSync(join(dir, 'hours.csv'), 'utf8')).toBe(shown.csv);
    const opened = openEnvelope(readFileSync(join(dir, 'work-statement.dsse.json')));
    expect(opened.ok && new TextDecoder().decode(opened.envelope.payload)).toBe(shown.statement);
  });

  it('is signed by a key that belongs to no project, over the very table beside it', async () => {
    const { keys, service } = await makeOwnRecord();
    await keys.create('a long passphrase');
    const shown = await service.preview({ ...ALL, detail: 'per-task' });
    const { dir } = await service.write({ previewId: shown.previewId, dir: null });
    const opened = openEnvelope(readFileSync(join(dir, 'work-statement.dsse.json')));
    if (!opened.ok) throw new Error(opened.why.reason);
    const { payload, signatures } = opened.envelope;
    const { publicKey, keyId } = await keys.ownKey();
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, preAuthEncoding(PAYLOAD_TYPE, payload), key, signatures[0]?.sig ?? new Uint8Array())).toBe(
      true,
    );
    for (const projectId of ['p-one', 'own-record', '']) {
      expect((await keys.projectKey('worker', projectId)).keyId).not.toBe(keyId);
    }
    const { subject, predicate } = JSON.parse(shown.statement ?? '');
    expect(subject).toEqual([{ name: 'hours.csv', digest: { sha256: sha256(Buffer.from(shown.csv)) } }]);
    const said = ownRecordSchema.parse(predicate);
    expect(said.totalMs).toBe(13 * MINUTE);
    expect(said.tasks).toHaveLength(2);
    expect(said.tasks === 'withheld' || said.tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(said.totalMs);
  });

  it('says no more than the level that the worker chose, in every file', async () => {
    const { keys, service, printed } = await makeOwnRecord();
    await keys.create('a long passphrase');
    const told = async (detail: 'totals' | 'per-project' | 'per-task') => {
      const { csv, statement } = await service.preview({ ...ALL, detail });
      return [csv, statement ?? '', printed.at(-1) ?? ''].map((text) =>
        ['p-one', 't-one'].filter((id) => text.includes(id)).join(' '),
      );
    };
    expect(await told('totals')).toEqual(['', '', '']);
    expect(await told('per-project')).toEqual(['p-one', 'p-one', '']);
    expect(await told('per-task')).toEqual(['p-one t-one', 'p-one t-one', '']);
  });

  it('never tells a reason, a time of day, or how the worker was there', async () => {
    const { keys, service, timekeeper, printed } = await makeOwnRecord();
    await keys.create('a long passphrase');
    const [first] = timekeeper.segments({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
    timekeeper.correct({
      range: { of: 'segment', segmentId: first?.id ?? '', offsetMs: 0, durationMs: MINUTE },
      to: 'away',
      reason: 'SECRET reason',
    });
    const { csv, statement } = await service.preview({ ...ALL, detail: 'per-task' });
    for (const text of [csv, statement ?? '', printed.at(-1) ?? '']) {
      expect(text).not.toMatch(/SECRET|interacting|attending|off-window|uncertain|\d\d:\d\d:\d\d\.|T\d\d:/);
      expect(text).not.toContain(String(first?.startUtcMs));
    }
  });

  it('T52 corrected, signed and corrected again is a new version that names the old one; what was measured stays', async () => {
    const { keys, service, timekeeper } = await makeOwnRecord();
    await keys.create('a long passphrase');
    const [first] = timekeeper.segments({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
    const correct = (offsetMs: number) =>
      timekeeper.correct({
        range: { of: 'segment', segmentId: first?.id ?? '', offsetMs, durationMs: MINUTE },
        to: 'away',
        reason: '',
      });
    const sign = async () => {
      const shown = await service.preview({ ...ALL, detail: 'totals' });
      await service.write({ previewId: shown.previewId, dir: null });
      const payload = shown.statement ?? '';
      return { sha256: sha256(Buffer.from(payload)), said: ownRecordSchema.parse(JSON.parse(payload).predicate) };
    };
    correct(0);
    const old = await sign();
    // looked at and not written, it supersedes nothing
    await service.preview({ ...ALL, detail: 'per-task' });
    correct(MINUTE);
    const renewed = await sign();
    expect([old.said.supersedesSha256, renewed.said.supersedesSha256]).toEqual([null, old.sha256]);
    expect([old.said.totalMs, renewed.said.totalMs]).toEqual([12 * MINUTE, 11 * MINUTE]);
    expect([old.said.recordedMs, renewed.said.recordedMs]).toEqual([13 * MINUTE, 13 * MINUTE]);
    const ofToday = await service.preview({ range: 'today', atMs: null, language: 'en', detail: 'totals' });
    expect(JSON.parse(ofToday.statement ?? '').predicate.supersedesSha256).toBeNull();
  });

  it('works without keys: the table and the report, and nothing signed', async () => {
    const { service } = await makeOwnRecord();
    const shown = await service.preview({ ...ALL, detail: 'totals' });
    expect([shown.statement, shown.fingerprint]).toEqual([null, null]);
    const { files } = await service.write({ previewId: shown.previewId, dir: null });
    expect(files).toEqual(['hours.csv', 'hours.pdf']);
    await expect(service.write({ previewId: 'export-77', dir: null })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
