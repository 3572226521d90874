import { because } from '../../i18n/reason.ts';
import type { Judgement } from '../claims/claim.ts';
import { z } from 'zod';
import { durationMsSchema } from '../../core/ids.ts';
import type { CryptoPort } from '../../core/ports.ts';
import { type HoursSums, parseHoursCsv } from '../../time/hours-csv.ts';
import { workActivities } from '../../time/activity.ts';
import { sha256Hex } from '../annotation-leaves.ts';
import { taskTimesDiffer, timeFaults } from '../claims/time.ts';
import { fromUtf8 } from '../encoding/bytes.ts';
import { ENVELOPE_LIMIT_BYTES } from '../encoding/dsse.ts';
import { fingerprintOf, fromPem, keyIdOf } from '../encoding/public-key.ts';
import { weaknessOf } from '../encoding/weak-key.ts';
import { OWN_HOURS, OWN_KEY, OWN_STATEMENT } from '../own-record-paths.ts';
import { type ClaimId, type ClaimReport, claimReportSchema, verificationFindingSchema } from '../report.ts';
import { OWN_RECORD, type OwnRecord, ownRecordSchema } from '../statements/own-record.ts';
import { limits } from './limits.ts';
import { Notes } from './noted.ts';
import { openSignedAs } from './open-signed.ts';
import type { PackageReader } from './package-reader.ts';
import type { FoundKeys } from './read-keys.ts';

/** What a verification of a worker's own statement says: findings, not a tick. */
export const ownRecordReportSchema = z.strictObject({
  ok: z.boolean(),
  /** Of `files`, `signatures`, `time` and `clock`; empty if the statement could not be read. */
  claims: z.array(claimReportSchema),
  findings: z.array(verificationFindingSchema),
  /** The signed numbers; null if the statement could not be read. */
  summary: z
    .strictObject({
      fingerprint: z.string(),
      detail: z.enum(['totals', 'per-project', 'per-task']),
      fromWeek: z.string().nullable(),
      toWeek: z.string().nullable(),
      durationsMs: z.record(z.string(), durationMsSchema),
      totalMs: durationMsSchema,
      sourcesMs: z.record(z.string(), durationMsSchema),
      recordedMs: durationMsSchema,
      undeterminedMs: durationMsSchema,
      outageMs: durationMsSchema,
      supersedesSha256: z.string().nullable(),
    })
    .nullable(),
});
export type OwnRecordReport = z.infer<typeof ownRecordReportSchema>;

export interface OwnRecordRequest {
  readonly reader: PackageReader;
  /** Key id or fingerprint of the worker that the caller expects; null for no expectation. */
  readonly expectedWorker: string | null;
  readonly crypto: CryptoPort;
}

const claimOrder = ['files', 'signatures', 'time', 'clock'] as const satisfies readonly ClaimId[];

/** A table of hours of two years by task has some megabytes. */
const HOURS_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Verifies what a worker exported of their own time: the signature, the table that it is about, and every sum that the two
 * have in common. Never throws for anything in the folder; all faults are findings.
 */
export async function verifyOwnRecord({ reader, expectedWorker, crypto }: OwnRecordRequest): Promise<OwnRecordReport> {
  const notes = new Notes();
  notes.push('files', (await reader.list()).findings);
  const keys = await readOwnKey(reader, crypto, notes);
  const said = await openOwn({ reader, keys, crypto, notes });
  if (!said) return { ok: false, claims: [], findings: [...notes.all(claimOrder)], summary: null };
  const { predicate, subject } = said;
  const [holder] = predicate.roles;
  const keyId = holder?.keyId ?? '';
  if (predicate.roles.length !== 1 || holder?.role !== 'worker') {
    notes.add('signatures', 'E_ROLE', OWN_STATEMENT, 'notOneWorker');
  }
  const fingerprint = fingerprintOf(keyId) ?? '';
  if (expectedWorker !== null && expectedWorker !== keyId && expectedWorker !== fingerprint) {
    notes.add('signatures', 'E_KEY_UNENROLLED', OWN_KEY, 'notExpectedKey');
  }
  const csv = await reader.read(OWN_HOURS, HOURS_LIMIT_BYTES);
  if (!csv) notes.add('files', 'E_SUBJECT', OWN_HOURS, 'hoursMissing');
  else if (subject.length !== 1 || subject[0]?.digest.sha256 !== sha256Hex(csv, crypto)) {
    notes.add('files', 'E_SUBJECT', OWN_HOURS, 'notSignedTable');
  }
  checkSums(predicate, notes);
  const sums = csv && parseHoursCsv(fromUtf8(csv) ?? '');
  if (csv && !sums) notes.add('files', 'E_FORMAT', OWN_HOURS, 'notHoursTable');
  if (sums) checkTable(predicate, sums, notes);
  const findings = [...notes.all(claimOrder)];
  return {
    ok: findings.length === 0,
    claims: claimOrder.map((id) => judge(id, notes, said.isSigned)),
    findings,
    summary: {
      fingerprint,
      detail: predicate.detail,
      fromWeek: predicate.period?.fromWeek ?? null,
      toWeek: predicate.period?.toWeek ?? null,
      durationsMs: predicate.durationsMs,
      totalMs: predicate.totalMs,
      sourcesMs: predicate.sourcesMs,
      recordedMs: predicate.recordedMs,
      undeterminedMs: predicate.undeterminedMs,
      outageMs: predicate.outageMs,
      supersedesSha256: predicate.supersedesSha256,
    },
  };
}

async function readOwnKey(reader: PackageReader, crypto: CryptoPort, notes: Notes): Promise<FoundKeys> {
  const keys: FoundKeys = { keys: new Map(), weak: new Map() };
  const bytes = await reader.read(OWN_KEY, limits.keyBytes);
  const key = fromPem((bytes && fromUtf8(bytes)) ?? '');
  if (!key) {
    notes.add('signatures', 'E_FORMAT', OWN_KEY, 'notPublicKey');
    return keys;
  }
  const keyId = keyIdOf(key, crypto);
  const weakness = weaknessOf(key);
  if (weakness) {
    notes.add('signatures', 'E_KEY_WEAK', OWN_KEY, 'weakKey', { weakness });
    keys.weak.set(keyId, weakness);
  } else keys.keys.set(keyId, key);
  return keys;
}

async function openOwn(args: {
  readonly reader: PackageReader;
  readonly keys: FoundKeys;
  readonly crypto: CryptoPort;
  readonly notes: Notes;
}) {
  const { reader, keys, crypto, notes } = args;
  const bytes = await reader.read(OWN_STATEMENT, ENVELOPE_LIMIT_BYTES);
  if (!bytes) {
    notes.add('signatures', 'E_FORMAT', OWN_STATEMENT, 'nothingToVerify');
    return null;
  }
  const schemas = { [OWN_RECORD]: ownRecordSchema };
  const { opened, findings } = openSignedAs<OwnRecord, typeof OWN_RECORD>(
    { bytes, path: OWN_STATEMENT, keys, crypto },
    schemas,
  );
  notes.push('signatures', findings);
  return opened && { ...opened.statement, isSigned: opened.isSigned };
}

/** What the statement says against itself. */
function checkSums(said: OwnRecord, notes: Notes): void {
  notes.push(
    'time',
    timeFaults(said, 1).map((finding) => ({ ...finding, path: OWN_STATEMENT + finding.path })),
  );
  if (said.tasks !== 'withheld' && taskTimesDiffer(said.tasks, said.totalMs)) {
    notes.add('time', 'E_SUM', `${OWN_STATEMENT}#/tasks`, 'taskTimes');
  }
  const isTold = { projects: said.projects !== 'withheld', tasks: said.tasks !== 'withheld' };
  if (isTold.projects !== (said.detail !== 'totals') || isTold.tasks !== (said.detail === 'per-task')) {
    notes.add('time', 'E_FORMAT', `${OWN_STATEMENT}#/detail`, 'otherDetail');
  }
}

/** What the statement says against the rows of its table. */
function checkTable(said: OwnRecord, sums: HoursSums, notes: Notes): void {
  const differs = (field: string): void =>
    notes.add('time', 'E_SUM', `${OWN_STATEMENT}#/${field}`, 'notTableSum', { table: OWN_HOURS });
  for (const activity of workActivities) {
    if ((sums.byPhaseMs.get(activity) ?? 0) !== said.durationsMs[activity]) differs(`durationsMs/${activity}`);
  }
  for (const source of ['measured', 'inferred', 'declared'] as const) {
    if (sums.workSourcesMs[source] !== said.sourcesMs[source]) differs(`sourcesMs/${source}`);
  }
  if ((sums.byPhaseMs.get('undetermined') ?? 0) !== said.undeterminedMs) differs('undeterminedMs');
  if ((sums.byPhaseMs.get('outage') ?? 0) !== said.outageMs) differs('outageMs');
  if (said.projects === 'withheld') return;
  const told = new Map(said.projects.map(({ id, totalMs }) => [id, totalMs]));
  const ids = new Set([...told.keys(), ...sums.workByProjectMs.keys()]);
  for (const id of ids) {
    if ((told.get(id) ?? 0) !== (sums.workByProjectMs.get(id) ?? 0)) differs('projects');
  }
}

const words: Readonly<Record<(typeof claimOrder)[number], Judgement>> = {
  files: { status: 'VERIFIED', ...because('basis', 'ownTable') },
  signatures: {
    status: 'VERIFIED',
    ...because('basis', 'ownSignature'),
  },
  time: {
    status: 'VERIFIED',
    ...because('basis', 'ownTime'),
  },
  clock: {
    status: 'ASSERTED',
    ...because('basis', 'ownClock'),
  },
};

function judge(id: (typeof claimOrder)[number], notes: Notes, isSigned: boolean): ClaimReport {
  const findings = [...notes.of(id)];
  if (!isSigned) {
    return { id, status: 'FAILED', ...because('basis', 'statementUnsigned'), findings };
  }
  return findings.length > 0
    ? { id, status: 'FAILED', ...because('basis', 'somethingFails'), findings }
    : { id, ...words[id], findings };
}
