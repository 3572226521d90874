import { type Annotation, annotationListSchema } from '../../shared/annotation/annotation.ts';
import {
  applyEdit,
  type Edit,
  editSchema,
  goesOnWith,
  inDrawingOrder,
  inverseOf,
} from '../../shared/annotation/edit.ts';
import { AppError, BugError } from '../../shared/core/errors.ts';
import type { AnnotationState, Step, StepBack } from '../../shared/ipc/views.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';
import { readDismissed } from './suggestion-store.ts';

interface AnnotationRow {
  id: string;
  class_id: string;
  origin: string;
  drawing_order: number;
  shape: string;
  details: string;
}

/** Edits are numbered from 1 without gaps: `written` is the number of the last one. */
interface History {
  readonly revision: number;
  readonly inForce: number;
  readonly written: number;
}

const COLUMNS = 'id, class_id, origin, drawing_order, shape, details';

/** The annotations of a task in drawing order. */
export function readAnnotations(db: ReadableDb, taskId: string): readonly Annotation[] {
  const rows = db
    .prepare<[string], AnnotationRow>(`SELECT ${COLUMNS} FROM annotation WHERE task_id = ? ORDER BY drawing_order, id`)
    .all(taskId);
  return toAnnotations(rows);
}

/** Those of a task's annotations that have one of these ids, in drawing order; reads no others. */
function readSome(db: ReadableDb, taskId: string, ids: ReadonlySet<string>): readonly Annotation[] {
  const one = db.prepare<[string, string], AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation WHERE task_id = ? AND id = ?`,
  );
  return toAnnotations([...ids].flatMap((id) => one.get(taskId, id) ?? [])).toSorted(inDrawingOrder);
}

/** Those of a task's annotations that are of these kinds, in drawing order; parses no others. */
export function readOfKinds(db: ReadableDb, taskId: string, kinds: readonly string[]): readonly Annotation[] {
  const rows = db
    .prepare<[string, string], AnnotationRow>(
      `SELECT ${COLUMNS} FROM annotation WHERE task_id = ? AND shape ->> 'kind' IN (SELECT value FROM json_each(?))
       ORDER BY drawing_order, id`,
    )
    .all(taskId, JSON.stringify(kinds));
  return toAnnotations(rows);
}

/** Most annotations have no details. */
const NO_DETAILS = '{}';

function toAnnotations(rows: readonly AnnotationRow[]): readonly Annotation[] {
  return annotationListSchema.parse(
    rows.map((row) => ({
      id: row.id,
      classId: row.class_id,
      origin: row.origin,
      order: row.drawing_order,
      shape: JSON.parse(row.shape) as unknown,
      ...(row.details === NO_DETAILS ? null : (JSON.parse(row.details) as object)),
    })),
  );
}

export function readAnnotationState(db: ReadableDb, taskId: string): AnnotationState {
  return {
    ...stepOf(readHistory(db, taskId)),
    annotations: [...readAnnotations(db, taskId)],
    dismissed: [...readDismissed(db, taskId)],
  };
}

/**
 * Applies one edit and keeps how to reverse it, in one transaction; when this returns, it is on disk. Edits that were
 * undone before are dropped; one that goes on with the edit before it takes its place. Refuses with
 * `TASK_CHANGED_ELSEWHERE` when `revision` is not the task's.
 *
 * Reads and writes only what the edit touches.
 */
export function applyToTask(db: WritableDb, taskId: string, revision: number, edit: Edit): Step {
  return write(db, () => {
    const history = readHistory(db, taskId, revision);
    const goesOn =
      edit.joins === true && history.inForce > 0 && goesOnWith(readEdit(db, taskId, history.inForce, 'forward'), edit);
    const before = readSome(db, taskId, new Set([...edit.remove, ...edit.put.map(({ id }) => id)]));
    // how to reverse a step that goes on is how to reverse its beginning
    const inverse = goesOn
      ? readEdit(db, taskId, history.inForce, 'inverse')
      : inverseOf(before, edit, edit.dismiss || edit.restore ? readDismissed(db, taskId) : []);
    const seq = goesOn ? history.inForce : history.inForce + 1;
    db.prepare('DELETE FROM edit WHERE task_id = ? AND seq >= ?').run(taskId, seq);
    db.prepare('INSERT INTO edit (task_id, seq, forward, inverse) VALUES (?, ?, ?, ?)').run(
      taskId,
      seq,
      JSON.stringify(edit),
      JSON.stringify(inverse),
    );
    writeEdit(db, taskId, edit, seq);
    return stepOf({ revision: revision + 1, inForce: seq, written: seq });
  });
}

/** Takes the last edit in force back, and answers with what that changed. Refuses with `NOTHING_TO_UNDO`. */
export function undoInTask(db: WritableDb, taskId: string, revision: number): StepBack {
  return write(db, () => {
    const { inForce, written } = readHistory(db, taskId, revision);
    if (inForce === 0) throw new AppError('NOTHING_TO_UNDO');
    const changed = readEdit(db, taskId, inForce, 'inverse');
    writeEdit(db, taskId, changed, inForce - 1);
    return { ...stepOf({ revision: revision + 1, inForce: inForce - 1, written }), changed };
  });
}

/** Repeats the edit that was undone last, and answers with what that changed. Refuses with `NOTHING_TO_UNDO`. */
export function redoInTask(db: WritableDb, taskId: string, revision: number): StepBack {
  return write(db, () => {
    const { inForce, written } = readHistory(db, taskId, revision);
    if (inForce === written) throw new AppError('NOTHING_TO_UNDO');
    const changed = readEdit(db, taskId, inForce + 1, 'forward');
    writeEdit(db, taskId, changed, inForce + 1);
    return { ...stepOf({ revision: revision + 1, inForce: inForce + 1, written }), changed };
  });
}

/** All annotations as they would be after every edit in force was applied to nothing; for checks. */
export function replayHistory(db: ReadableDb, taskId: string): readonly Annotation[] {
  const { inForce } = readHistory(db, taskId);
  let annotations: readonly Annotation[] = [];
  for (let seq = 1; seq <= inForce; seq += 1) {
    annotations = applyEdit(annotations, readEdit(db, taskId, seq, 'forward'));
  }
  return annotations;
}

function writeEdit(db: WritableDb, taskId: string, edit: Edit, inForce: number): void {
  const remove = db.prepare('DELETE FROM annotation WHERE task_id = ? AND id = ?');
  for (const id of edit.remove) remove.run(taskId, id);
  const restore = db.prepare('DELETE FROM dismissal WHERE task_id = ? AND suggestion_id = ?');
  for (const id of edit.restore ?? []) restore.run(taskId, id);
  const dismiss = db.prepare('INSERT OR IGNORE INTO dismissal (task_id, suggestion_id) VALUES (?, ?)');
  for (const id of edit.dismiss ?? []) dismiss.run(taskId, id);
  const put = db.prepare(
    `INSERT INTO annotation (task_id, id, class_id, origin, drawing_order, shape, details) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (task_id, id) DO UPDATE SET class_id = excluded.class_id, origin = excluded.origin,
       drawing_order = excluded.drawing_order, shape = excluded.shape, details = excluded.details`,
  );
  for (const { id, classId, origin, order, shape, ...details } of edit.put) {
    put.run(taskId, id, classId, origin, order, JSON.stringify(shape), JSON.stringify(details));
  }
  db.prepare('UPDATE task SET revision = revision + 1, edits_in_force = ? WHERE id = ?').run(inForce, taskId);
}

function readEdit(db: ReadableDb, taskId: string, seq: number, way: 'forward' | 'inverse'): Edit {
  const row = db
    .prepare<[string, number], { forward: string; inverse: string }>(
      'SELECT forward, inverse FROM edit WHERE task_id = ? AND seq = ?',
    )
    .get(taskId, seq);
  if (!row) throw new BugError(`Edit ${seq} of ${taskId} is missing`);
  return editSchema.parse(JSON.parse(row[way]));
}

function stepOf({ revision, inForce, written }: History): Step {
  return { revision, canUndo: inForce > 0, canRedo: inForce < written };
}

function readHistory(db: ReadableDb, taskId: string, expectedRevision?: number): History {
  const row = db
    .prepare<[string, string], History>(
      `SELECT revision, edits_in_force AS inForce,
              coalesce((SELECT max(seq) FROM edit WHERE task_id = ?), 0) AS written
       FROM task WHERE id = ?`,
    )
    .get(taskId, taskId);
  if (!row) throw new AppError('TASK_NOT_FOUND', { taskId });
  if (expectedRevision !== undefined && row.revision !== expectedRevision) {
    throw new AppError('TASK_CHANGED_ELSEWHERE', { taskId });
  }
  return row;
}
