import { z } from 'zod';
import { type Annotation, annotationListSchema } from '../../shared/annotation/annotation.ts';
import { AppError } from '../../shared/core/errors.ts';
import type { Medium } from '../../shared/project/label-set.ts';
import { type RejectionCode, type Submission, submissionSchema, type Verdict } from '../../shared/project/task.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

/** A submission with what was handed in. */
export interface FullSubmission extends Submission {
  readonly annotations: readonly Annotation[];
}

interface SubmissionRow {
  id: string;
  task_id: string;
  submitted_at_ms: number;
  annotations: string;
  annotations_sha256: string;
  pay_minor: number;
  verdict: string;
  rejection_code: string | null;
  reason: string;
}

/** Appends; what was handed in is never changed afterwards. */
export function insertSubmission(db: WritableDb, submission: FullSubmission): void {
  write(db, () =>
    db
      .prepare(
        `INSERT INTO submission
           (id, task_id, submitted_at_ms, annotations, annotations_sha256, pay_minor, verdict, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        submission.id,
        submission.taskId,
        submission.submittedAt,
        JSON.stringify(submission.annotations),
        submission.annotationsSha256,
        submission.payMinor,
        submission.verdict,
        submission.reason,
      ),
  );
}

/** All submissions in the order in which they were handed in. */
export function readSubmissions(db: ReadableDb): readonly FullSubmission[] {
  return db.prepare<[], SubmissionRow>('SELECT * FROM submission ORDER BY submitted_at_ms, id').all().map(toSubmission);
}

/** One submission. Refuses with `SUBMISSION_NOT_FOUND`. */
export function readSubmission(db: ReadableDb, submissionId: string): FullSubmission {
  const row = db.prepare<[string], SubmissionRow>('SELECT * FROM submission WHERE id = ?').get(submissionId);
  if (!row) throw new AppError('SUBMISSION_NOT_FOUND', { submissionId });
  return toSubmission(row);
}

function toSubmission(row: SubmissionRow): FullSubmission {
  return {
    ...submissionSchema.parse({
      id: row.id,
      taskId: row.task_id,
      submittedAt: row.submitted_at_ms,
      annotationsSha256: row.annotations_sha256,
      verdict: row.verdict,
      rejectionCode: row.rejection_code,
      reason: row.reason,
      payMinor: row.pay_minor,
    }),
    annotations: annotationListSchema.parse(JSON.parse(row.annotations)),
  };
}

/** What was said of each submission, in the order in which they were handed in. Reads none of their annotations. */
export function readVerdicts(
  db: ReadableDb,
): readonly { readonly id: string; readonly taskId: string; readonly verdict: Verdict }[] {
  return db
    .prepare<[], { id: string; taskId: string; verdict: Verdict }>(
      'SELECT id, task_id AS taskId, verdict FROM submission ORDER BY submitted_at_ms, id',
    )
    .all();
}

/** Another number once something more was handed in; 0 before that. */
export function lastHandedInMark(db: ReadableDb): number {
  return db.prepare<[], { mark: number | null }>('SELECT max(rowid) AS mark FROM submission').get()?.mark ?? 0;
}

/** The tasks that were handed in, with the medium of their items; one that was handed in twice comes twice. */
export function readHandedInTasks(db: ReadableDb): readonly { readonly taskId: string; readonly medium: Medium }[] {
  return db
    .prepare<[], { taskId: string; medium: Medium }>(
      `SELECT submission.task_id AS taskId, item.medium AS medium
       FROM submission JOIN task ON task.id = submission.task_id JOIN item ON item.id = task.item_id`,
    )
    .all();
}

/** What was handed in last for an item of this medium, of any task but `taskId`; empty when nothing was. */
export function readLastHandedIn(db: ReadableDb, taskId: string, medium: Medium): readonly Annotation[] {
  const row = db
    .prepare<[string, string], { annotations: string }>(
      `SELECT submission.annotations AS annotations FROM submission
       JOIN task ON task.id = submission.task_id JOIN item ON item.id = task.item_id
       WHERE task.id <> ? AND item.medium = ?
       ORDER BY submission.submitted_at_ms DESC, submission.rowid DESC LIMIT 1`,
    )
    .get(taskId, medium);
  return row ? annotationListSchema.parse(JSON.parse(row.annotations)) : [];
}

/** Accepts a submission, whatever was said of it before. */
export function acceptSubmission(db: WritableDb, submissionId: string): void {
  giveVerdict(db, submissionId, { verdict: 'accepted', code: null, words: '', places: [] });
}

/** Why a submission is rejected. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly reason: string;
  /** Ids of the annotations that it is about, of those that were handed in. */
  readonly places?: readonly string[];
}

/** Rejects a submission. Refuses a rejection without a word with `REASON_REQUIRED`. */
export function rejectSubmission(db: WritableDb, submissionId: string, { code, reason, places = [] }: Rejection): void {
  const words = reason.trim();
  if (words === '') throw new AppError('REASON_REQUIRED', { submissionId });
  giveVerdict(db, submissionId, { verdict: 'rejected', code, words, places });
}

function giveVerdict(
  db: WritableDb,
  submissionId: string,
  {
    verdict,
    code,
    words,
    places,
  }: {
    readonly verdict: 'accepted' | 'rejected';
    readonly code: RejectionCode | null;
    readonly words: string;
    readonly places: readonly string[];
  },
): void {
  write(db, () => {
    const done = db
      .prepare('UPDATE submission SET verdict = ?, rejection_code = ?, reason = ?, rejected_places = ? WHERE id = ?')
      .run(verdict, code, words, JSON.stringify(places), submissionId);
    if (done.changes !== 1) throw new AppError('SUBMISSION_NOT_FOUND', { submissionId });
  });
}

/** Pay of what was handed in from `fromMs` to `toMs` and not rejected, and of everything still without a verdict. */
export function sumPay(
  db: ReadableDb,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): { todayMinor: number; pendingMinor: number } {
  const row = db
    .prepare<[number, number], { today: number | null; pending: number | null }>(
      `SELECT (SELECT sum(pay_minor) FROM submission
               WHERE verdict <> 'rejected' AND submitted_at_ms >= ? AND submitted_at_ms < ?) AS today,
              (SELECT sum(pay_minor) FROM submission WHERE verdict = 'pending') AS pending`,
    )
    .get(fromMs, toMs);
  return { todayMinor: row?.today ?? 0, pendingMinor: row?.pending ?? 0 };
}

/** The newest submission of each of these tasks. Reads none of their annotations. */
export function lastSubmissions(
  db: ReadableDb,
  taskIds: readonly string[],
): ReadonlyMap<string, { readonly id: string; readonly verdict: Verdict }> {
  const found = new Map<string, { readonly id: string; readonly verdict: Verdict }>();
  const newest = db.prepare<[string], { id: string; verdict: Verdict }>(
    'SELECT id, verdict FROM submission WHERE task_id = ? ORDER BY submitted_at_ms DESC, id DESC LIMIT 1',
  );
  for (const taskId of taskIds) {
    const row = newest.get(taskId);
    if (row) found.set(taskId, row);
  }
  return found;
}

/** What the requester said of a submission; empty while nothing was. */
export function readReason(db: ReadableDb, submissionId: string): string {
  return (
    db.prepare<[string], { reason: string }>('SELECT reason FROM submission WHERE id = ?').get(submissionId)?.reason ??
    ''
  );
}

/** The annotations that a rejection is about; none where nothing was rejected, or all of it. */
export function readRejectedPlaces(db: ReadableDb, submissionId: string): readonly string[] {
  const row = db
    .prepare<[string], { places: string }>('SELECT rejected_places AS places FROM submission WHERE id = ?')
    .get(submissionId);
  return z.array(z.string()).parse(JSON.parse(row?.places ?? '[]'));
}

/** How many submissions stand rejected, and the newest of them; null when none does. */
export function countRejected(db: ReadableDb): { readonly count: number; readonly newestId: string } | null {
  const rejected = db
    .prepare<[], { id: string }>(
      "SELECT id FROM submission WHERE verdict = 'rejected' ORDER BY submitted_at_ms DESC, id DESC",
    )
    .all();
  const [newest] = rejected;
  return newest ? { count: rejected.length, newestId: newest.id } : null;
}

/** What a list tells of a submission. */
type SubmissionFacts = Omit<Submission, 'annotationsSha256' | 'rejectionCode'> & {
  readonly title: string;
  readonly medium: Medium;
  /** How many annotations were handed in. */
  readonly annotations: number;
};

/** What a list tells of all submissions, in the order in which they were handed in. Their annotations are counted, not parsed. */
export function readSubmissionFacts(db: ReadableDb): readonly SubmissionFacts[] {
  return db
    .prepare<[], SubmissionFacts>(
      `SELECT submission.id AS id, submission.task_id AS taskId, submission.submitted_at_ms AS submittedAt,
              json_array_length(submission.annotations) AS annotations, submission.verdict AS verdict,
              submission.reason AS reason, submission.pay_minor AS payMinor, item.title AS title, item.medium AS medium
       FROM submission JOIN task ON task.id = submission.task_id JOIN item ON item.id = task.item_id
       ORDER BY submission.submitted_at_ms, submission.id`,
    )
    .all();
}
