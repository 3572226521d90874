import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { verify } from '../../cli/commands/verify.ts';
import { runCommand } from '../../cli/run-command.ts';
import { verifyOwnFolder } from '../../electron/services/verify/verify-folder.ts';
import { ownVerifyLines } from '../../shared/manifest/documents/own-verify-md.ts';
import { toUtf8 } from '../../shared/manifest/encoding/bytes.ts';
import { PAYLOAD_TYPE, printEnvelope } from '../../shared/manifest/encoding/dsse.ts';
import { fromHex } from '../../shared/manifest/encoding/hex.ts';
import { toPem } from '../../shared/manifest/encoding/public-key.ts';
import { type Statement, parseStatement, printStatement } from '../../shared/manifest/encoding/statement.ts';
import type { OwnRecord } from '../../shared/manifest/statements/own-record.ts';
import { ownRecordReportSchema } from '../../shared/manifest/verify/verify-own-record.ts';
import { documentedReport } from '../support/documented-report.ts';
import { HOUR } from '../support/time/fake-worker.ts';
import { MORNING_MS } from '../support/time/fake-world.ts';
import { makeOwnRecord } from '../support/time/make-own-record.ts';
import { testKey } from '../unit/manifest/support/test-keys.ts';

const exec = promisify(execFile);
const HOLDS = 'Everything that these lines check holds.';

type Made = Awaited<ReturnType<typeof exported>>;

/** A worker's hours as they hand them on. */
async function exported(detail: 'totals' | 'per-project' | 'per-task' = 'per-task', addedWeeks = 0) {
  const { keys, service, timekeeper } = await makeOwnRecord();
  await keys.create('a long passphrase');
  for (let week = 1; week <= addedWeeks; week += 1) {
    const durationMs = 7 * 24 * HOUR;
    const startUtcMs = MORNING_MS - week * durationMs;
    const range = { of: 'added', startUtcMs, zone: 'UTC', durationMs, projectId: null, taskId: null } as const;
    timekeeper.correct({ range, to: 'search', reason: '' });
  }
  const shown = await service.preview({ range: 'all', atMs: null, language: 'en', detail });
  const { dir } = await service.write({ previewId: shown.previewId, dir: null });
  const change = (name: string, edit: (text: string) => string): void => {
    const path = join(dir, name);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  };
  /** As a worker would who signs something else with their own key. */
  const signAgain = async (edit: (predicate: OwnRecord) => void): Promise<void> => {
    const parsed = parseStatement(toUtf8(shown.statement ?? ''));
    if (!parsed.ok) throw new Error(parsed.why.reason);
    const statement = parsed.statement as Statement<OwnRecord>;
    edit(statement.predicate);
    const signatures = [await keys.signOwnRecord(statement)];
    const payload = printStatement(statement);
    change('work-statement.dsse.json', () => printEnvelope({ payload, payloadType: PAYLOAD_TYPE, signatures }));
  };
  return { dir, change, signAgain, fingerprint: shown.fingerprint ?? '' };
}

/** The lines of VERIFY.md by the very command that it gives, with nothing but the system's own tools. */
async function follow(dir: string): Promise<{ readonly status: number; readonly out: string }> {
  const line = /^ {4}(sed -n .* \| bash)$/m.exec(readFileSync(join(dir, 'VERIFY.md'), 'utf8'))?.[1] ?? 'false';
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin' };
  try {
    const { stdout } = await exec('bash', ['-c', `set -o pipefail; ${line}`], { cwd: dir, env });
    return { status: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { status: code, out: stdout };
  }
}

async function cli(...args: readonly string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = '';
  const keep = (text: string) => void (out += text);
  const status = await runCommand(verify, [...args], { out: keep, err: keep, env: {} });
  return { status, out };
}

describe('a worker’s own hours', () => {
  it.each(['totals', 'per-project', 'per-task'] as const)(
    'of level %s verify, by program and by hand',
    async (detail) => {
      const { dir, fingerprint } = await exported(detail);
      const report = await verifyOwnFolder({ folder: dir, expectedWorker: fingerprint });
      expect(report.findings).toEqual([]);
      expect(report.claims.map(({ id, status }) => [id, status])).toEqual([
        ['files', 'VERIFIED'],
        ['signatures', 'VERIFIED'],
        ['time', 'VERIFIED'],
        ['clock', 'ASSERTED'],
      ]);
      expect(report.summary).toMatchObject({ detail, fingerprint, totalMs: 13 * 60_000 });
      expect(await follow(dir)).toEqual({ status: 0, out: `${HOLDS}\n` });
    },
  );

  it('of more milliseconds than 32 bits hold are added up by hand as well', async () => {
    const { dir } = await exported('totals', 5);
    expect(await follow(dir)).toEqual({ status: 0, out: `${HOLDS}\n` });
  });

  it('are told at the command line with what they show and what not', async () => {
    const { dir, fingerprint } = await exported();
    const told = await cli(dir, '--worker', fingerprint);
    expect(told.status).toBe(0);
    const words = told.out.replaceAll(/\s+/g, ' ');
    for (const said of [
      'Work 13 min 00 s',
      'Whose key it is, nothing here can tell',
      'does not prove that a person was present',
    ]) {
      expect(words).toContain(said);
    }
    const json = await cli(dir, '--json');
    expect(documentedReport(ownRecordReportSchema.shape.summary).parse(JSON.parse(json.out)).ok).toBe(true);
    expect((await cli(dir, '--requester', fingerprint)).status).toBe(2);
    expect((await cli(dir, '--worker', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA')).status).toBe(1);
  });

  it('stand in the specification with the very lines that check them', () => {
    expect(readFileSync('docs/manifest-specification.md', 'utf8')).toContain(ownVerifyLines);
  });
});

describe('hours that were changed', () => {
  const tamperings: readonly (readonly [string, string, (made: Made) => Promise<void> | void])[] = [
    [
      'a row of the table',
      'E_SUBJECT',
      ({ change }) => change('hours.csv', (text) => text.replace('180000', '190000')),
    ],
    [
      'a figure of the payload',
      'E_SIG',
      ({ change }) =>
        change('work-statement.dsse.json', (text) => {
          const envelope = JSON.parse(text) as { payload: string };
          const payload = Buffer.from(envelope.payload, 'base64').toString().replaceAll('780000', '790000');
          return JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') });
        }),
    ],
    [
      'another key',
      'E_KEY_UNENROLLED',
      ({ change }) => change('public-key.pem', () => toPem(fromHex(testKey('stranger').publicKey) ?? new Uint8Array())),
    ],
    [
      'a sum, signed again',
      'E_SUM',
      ({ signAgain }) =>
        signAgain((predicate) => {
          predicate.totalMs += 60_000;
        }),
    ],
    [
      'an activity and all sums, signed again, against the table',
      'E_SUM',
      ({ signAgain }) =>
        signAgain((predicate) => {
          predicate.durationsMs.search += 60_000;
          predicate.sourcesMs.measured += 60_000;
          predicate.totalMs += 60_000;
          predicate.tasks = 'withheld';
          predicate.detail = 'per-project';
        }),
    ],
    ['no table', 'E_SUBJECT', ({ dir }) => exec('rm', [join(dir, 'hours.csv')]).then(() => undefined)],
  ];
  it.each(tamperings)('%s: found as %s, and the lines stop', async (_what, code, tamper) => {
    const made = await exported();
    await tamper(made);
    const report = await verifyOwnFolder({ folder: made.dir });
    expect(report.ok).toBe(false);
    expect(report.findings.map((finding) => finding.code)).toContain(code);
    const { status, out } = await follow(made.dir);
    expect(status).not.toBe(0);
    expect(out).not.toContain(HOLDS);
  });
});
