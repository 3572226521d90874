import { rootOfHashes, sha256Hex } from '../../../shared/manifest/annotation-leaves.ts';
import { isoWeekOf } from '../../../shared/manifest/dates.ts';
import { toUtf8 } from '../../../shared/manifest/encoding/bytes.ts';
import type { Statement } from '../../../shared/manifest/encoding/statement.ts';
import { workActivities } from '../../../shared/time/activity.ts';
import type { Durations } from '../../../shared/manifest/statements/fields.ts';
import { OWN_RECORD, type OwnRecord, ownRecordSchema } from '../../../shared/manifest/statements/own-record.ts';
import { isWork } from '../../../shared/time/activity.ts';
import { segmentsInForce } from '../../../shared/time/day-view.ts';
import { type HoursDetail, type HoursRow, hoursRows } from '../../../shared/time/hours.ts';
import { hoursCsv } from '../../../shared/time/hours-csv.ts';
import { OWN_HOURS } from '../../../shared/manifest/own-record-paths.ts';
import { spanOf } from '../../../shared/time/month-view.ts';
import { type TimeReport, reportOf } from '../../../shared/time/report.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import type { WorkerRecord } from '../worker-record.ts';

/** The worker's record of a range, ready to be shown, signed and written. */
export interface GatheredRecord {
  readonly report: TimeReport;
  readonly rows: readonly HoursRow[];
  readonly csv: string;
  readonly statement: (keyId: string) => Statement<OwnRecord>;
}

/** Reads the worker's own record; no project is asked, and none has to be open. */
export function gatherRecord(
  { timekeeper, journal }: Pick<WorkerRecord, 'timekeeper' | 'journal'>,
  request: {
    readonly range: TimeRange;
    readonly detail: HoursDetail;
    readonly version: string;
    readonly supersedesSha256: string | null;
  },
): GatheredRecord {
  const { range, detail, version, supersedesSha256 } = request;
  const { ledger, declarations } = timekeeper.recorded(range);
  const segments = segmentsInForce(range, ledger.segments, declarations);
  const report = reportOf({ range, ledger, declarations, taskFacts: [] });
  const rows = hoursRows(segments, detail);
  const csv = hoursCsv(rows);
  const hashes = journal.hashes();
  const predicate = {
    supersedesSha256,
    period: periodOf(segments),
    detail,
    durationsMs: Object.fromEntries(workActivities.map((code) => [code, report.byActivityMs[code]])) as Durations,
    totalMs: report.workMs,
    sourcesMs: report.sourcesMs,
    recordedMs: report.asRecorded.workMs,
    undeterminedMs: report.undeterminedMs,
    outageMs: report.outageMs,
    breaks: report.breaks,
    clock: report.clock,
    projects: detail === 'totals' ? ('withheld' as const) : projectsOf(segments),
    tasks: detail === 'per-task' ? [...report.tasks] : ('withheld' as const),
    journalRoot: { treeSize: hashes.length, rootSha256: rootOfHashes(hashes, nodeCrypto) },
    tool: { name: 'Fairmark', version, buildSha256: null },
  };
  return {
    report,
    rows,
    csv,
    statement: (keyId) => ({
      predicateType: OWN_RECORD,
      subject: [{ name: OWN_HOURS, digest: { sha256: sha256Hex(toUtf8(csv), nodeCrypto) } }],
      predicate: ownRecordSchema.parse({ roles: [{ role: 'worker', keyId }], ...predicate }),
    }),
  };
}

function periodOf(segments: readonly Segment[]): OwnRecord['period'] {
  const span = spanOf(segments);
  return span && { fromWeek: isoWeekOf(span.fromMs), toWeek: isoWeekOf(span.toMs) };
}

/** Work time by project; what belongs to none is the rest of the total. */
function projectsOf(segments: readonly Segment[]): { id: string; totalMs: number }[] {
  const sums = new Map<string, number>();
  for (const { phase, projectId, durationMs } of segments) {
    if (projectId === null || phase === 'away' || phase === 'undetermined' || !isWork(phase)) continue;
    sums.set(projectId, (sums.get(projectId) ?? 0) + durationMs);
  }
  return [...sums].map(([id, totalMs]) => ({ id, totalMs })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
