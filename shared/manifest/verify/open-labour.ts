import type { CryptoPort } from '../../core/ports.ts';
import { parseStrictJson } from '../../dataset/strict-json.ts';
import { parseHashList } from '../annotation-leaves.ts';
import { fromUtf8 } from '../encoding/bytes.ts';
import { ENVELOPE_LIMIT_BYTES } from '../encoding/dsse.ts';
import type { Digested, WorkerRecord } from '../labour.ts';
import { workerPaths } from '../package-paths.ts';
import { type WorkerRow, workerRowSchema, workerRowText } from '../rows.ts';
import { ENROLMENT, type Enrolment } from '../statements/enrolment.ts';
import type { Role, RoleHolder } from '../statements/fields.ts';
import { SETTLEMENT, type Settlement } from '../statements/settlement.ts';
import { WORK_STATEMENT, type WorkStatement } from '../statements/work-statement.ts';
import { limits } from './limits.ts';
import type { Notes } from './noted.ts';
import { type OpenedStatement, openSigned } from './open-signed.ts';
import type { FoundFile, PackageReader } from './package-reader.ts';
import type { FoundKeys } from './read-keys.ts';

/** A place where statements of single workers lie: the package, or openings that someone was given. */
export interface LabourSource {
  readonly reader: PackageReader;
  readonly files: readonly FoundFile[];
}

/** A worker's record with what else was opened of it. */
export interface OpenedWorker extends WorkerRecord {
  readonly row: WorkerRow | null;
}

export interface OpenedLabour {
  readonly workers: readonly OpenedWorker[];
  /** Statements that were there, readable or not. */
  readonly statements: number;
}

type Signed<Predicate> = Digested<Predicate> & { readonly path: string };

/**
 * Reads the statements of single workers and puts together whose they are. A statement whose signatures do not hold,
 * or that belongs to nobody enrolled, is a finding and counts for nothing.
 */
export async function openLabour(args: {
  readonly sources: readonly LabourSource[];
  readonly keys: FoundKeys;
  readonly crypto: CryptoPort;
  readonly notes: Notes;
}): Promise<OpenedLabour> {
  const { sources, notes } = args;
  const all = await openStatements(args);
  const enrolments = new Map<string, Signed<Enrolment>>();
  for (const enrolment of all.enrolments) {
    const keyId = keyIdIn(enrolment.statement.predicate.roles, 'worker');
    if (keyId === null) notes.add('workers', 'E_ROLE', enrolment.path, 'enrolsNobody');
    else if (enrolments.has(keyId)) notes.add('workers', 'E_OVERLAP', enrolment.path, 'enrolledTwice');
    else enrolments.set(keyId, enrolment);
  }
  const works = new Map<string, Signed<WorkStatement>>();
  for (const work of all.works) {
    const keyId = keyIdIn(work.statement.predicate.roles, 'worker');
    if (keyId === null || !enrolments.has(keyId)) {
      notes.add('workers', 'E_KEY_UNENROLLED', work.path, 'notEnrolled');
    } else if (works.has(keyId)) {
      notes.add('time', 'E_OVERLAP', work.path, 'timeTwice');
    } else works.set(keyId, work);
  }
  const keyIdByWork = new Map([...works].map(([keyId, work]) => [work.payloadSha256, keyId]));
  const settlements = new Map<string, Signed<Settlement>>();
  for (const settlement of all.settlements) {
    const subject = settlement.statement.subject[0]?.digest.sha256;
    const keyId = keyIdByWork.get(subject ?? '');
    if (keyId === undefined) notes.add('pay', 'E_REPLAY', settlement.path, 'settlesNothing');
    else if (settlements.has(keyId)) notes.add('pay', 'E_OVERLAP', settlement.path, 'settledTwice');
    else settlements.set(keyId, settlement);
  }
  const workers: OpenedWorker[] = [];
  for (const [keyId, enrolment] of [...enrolments].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const paths = workerPaths(keyId);
    workers.push({
      keyId,
      enrolment,
      work: works.get(keyId) ?? null,
      settlement: settlements.get(keyId) ?? null,
      annotationLeaves: await readLeaves(sources, paths.annotationLeaves, notes),
      row: await readRow(sources, paths.row, notes),
    });
  }
  return { workers, statements: all.count };
}

async function openStatements(args: Parameters<typeof openLabour>[0]): Promise<{
  readonly enrolments: readonly Signed<Enrolment>[];
  readonly works: readonly Signed<WorkStatement>[];
  readonly settlements: readonly Signed<Settlement>[];
  readonly count: number;
}> {
  const { sources, keys, crypto, notes } = args;
  const signed = new Map<string, OpenedStatement & { readonly path: string }>();
  let count = 0;
  for (const { reader, files } of sources) {
    const own = files.filter(({ path }) => path.startsWith('labour/statements/'));
    if (own.length > limits.statements) notes.add('signatures', 'E_LIMIT', 'labour/statements', 'tooManyStatements');
    for (const { path } of own.slice(0, limits.statements)) {
      count += 1;
      const bytes = await reader.read(path, ENVELOPE_LIMIT_BYTES);
      if (!bytes) {
        notes.add('signatures', 'E_LIMIT', path, 'tooLarge');
        continue;
      }
      const { opened, findings } = openSigned({ bytes, path, keys, crypto });
      notes.push('signatures', findings);
      // The same statement may lie in the package and among the openings.
      if (opened?.isSigned) signed.set(opened.payloadSha256, { ...opened, path });
    }
  }
  const ofType = <Predicate>(type: string): readonly Signed<Predicate>[] =>
    [...signed.values()]
      .filter(({ predicateType }) => predicateType === type)
      // The schema of its type has read it.
      .map((one) => one as unknown as Signed<Predicate>)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const enrolments = ofType<Enrolment>(ENROLMENT);
  const works = ofType<WorkStatement>(WORK_STATEMENT);
  const settlements = ofType<Settlement>(SETTLEMENT);
  if (enrolments.length + works.length + settlements.length < signed.size) {
    notes.add('release', 'E_REPLAY', 'labour/statements', 'notOfOneWorker');
  }
  return { enrolments, works, settlements, count };
}

export function keyIdIn(roles: readonly RoleHolder[], role: Role): string | null {
  const holders = roles.filter((holder) => holder.role === role);
  return holders.length === 1 ? (holders[0]?.keyId ?? null) : null;
}

async function readLeaves(
  sources: readonly LabourSource[],
  path: string,
  notes: Notes,
): Promise<readonly string[] | null> {
  const bytes = await readFirst(sources, path, limits.listBytes);
  if (!bytes) return null;
  const text = fromUtf8(bytes);
  const leaves = text === null ? null : parseHashList(text);
  if (!leaves) notes.add('coverage', 'E_FORMAT', path, 'notHashList');
  return leaves;
}

async function readRow(sources: readonly LabourSource[], path: string, notes: Notes): Promise<WorkerRow | null> {
  const bytes = await readFirst(sources, path, limits.rowBytes);
  if (!bytes) return null;
  const text = fromUtf8(bytes) ?? '';
  const json = parseStrictJson(text, { characters: limits.rowBytes, depth: 2, values: 20, numbers: 'integers' });
  const parsed = workerRowSchema.safeParse(json.ok ? json.value : null);
  if (parsed.success && workerRowText(parsed.data) === text) return parsed.data;
  notes.add('workers', 'E_FORMAT', path, 'rowNotCanonical');
  return null;
}

/** The file from the first place that has it. */
async function readFirst(
  sources: readonly LabourSource[],
  path: string,
  limitBytes: number,
): Promise<Uint8Array | null> {
  const source = sources.find(({ files }) => files.some((file) => file.path === path));
  return source ? source.reader.read(path, limitBytes) : null;
}
