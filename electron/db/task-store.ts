import { AppError } from '../../shared/core/errors.ts';
import type { Medium } from '../../shared/project/label-set.ts';
import { type SkipReason, type Task, type TaskState, taskSchema } from '../../shared/project/task.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

interface TaskRow {
  id: string;
  item_id: string;
  state: string;
  position: number;
  pay_minor: number;
  revision: number;
}

const COLUMNS = 'task.id, task.item_id, task.state, task.position, task.pay_minor, task.revision';

/** What the browse list asks for; null means "any". */
export interface TaskFilter {
  readonly search: string;
  readonly medium: Medium | null;
  readonly state: TaskState | null;
  readonly flagged: boolean | null;
  readonly offset: number;
  readonly limit: number;
}

export function insertTask(db: WritableDb, task: Task): void {
  write(db, () =>
    db
      .prepare('INSERT INTO task (id, item_id, state, position, pay_minor, revision) VALUES (?, ?, ?, ?, ?, ?)')
      .run(task.id, task.itemId, task.state, task.position, task.payMinor, task.revision),
  );
}

/** Refuses with `TASK_NOT_FOUND`. */
export function readTask(db: ReadableDb, taskId: string): Task {
  const row = db.prepare<[string], TaskRow>(`SELECT ${COLUMNS} FROM task WHERE id = ?`).get(taskId);
  if (!row) throw new AppError('TASK_NOT_FOUND', { taskId });
  return toTask(row);
}

/** All tasks in serving order. */
export function readTasks(db: ReadableDb): readonly Task[] {
  return db.prepare<[], TaskRow>(`SELECT ${COLUMNS} FROM task ORDER BY position`).all().map(toTask);
}

/** Those of these tasks that exist; reads no others. */
export function readSomeTasks(db: ReadableDb, taskIds: readonly string[]): readonly Task[] {
  const one = db.prepare<[string], TaskRow>(`SELECT ${COLUMNS} FROM task WHERE id = ?`);
  return taskIds.flatMap((id) => one.get(id) ?? []).map(toTask);
}

/** The task that is open before the worker; the database allows one at most. */
export function readActiveTask(db: ReadableDb): Task | null {
  const row = db.prepare<[], TaskRow>(`SELECT ${COLUMNS} FROM task WHERE state = 'active'`).get();
  return row ? toTask(row) : null;
}

const IS_FLAGGED = 'EXISTS (SELECT 1 FROM flag WHERE flag.item_id = task.item_id)';

/** The next open task in serving order whose item carries no flag. */
export function readNextNeutralTask(db: ReadableDb): Task | null {
  const row = db
    .prepare<[], TaskRow>(
      `SELECT ${COLUMNS} FROM task WHERE state = 'open' AND NOT ${IS_FLAGGED} ORDER BY position LIMIT 1`,
    )
    .get();
  return row ? toTask(row) : null;
}

/** Open tasks with a flagged item, in serving order, before a position. */
export function readOpenFlaggedTasks(db: ReadableDb, position: number): readonly Task[] {
  return db
    .prepare<[number], TaskRow>(
      `SELECT ${COLUMNS} FROM task WHERE state = 'open' AND position < ? AND ${IS_FLAGGED} ORDER BY position`,
    )
    .all(position)
    .map(toTask);
}

/** One page of tasks in serving order, and how many there are in all. The search looks into titles, ignoring case. */
export function findTasks(db: ReadableDb, filter: TaskFilter): { total: number; tasks: readonly Task[] } {
  const where = ['1'];
  const values: (string | number)[] = [];
  if (filter.search.trim() !== '') {
    where.push(`item.title LIKE ? ESCAPE '\\'`);
    values.push(`%${filter.search.trim().replace(/[\\%_]/g, '\\$&')}%`);
  }
  if (filter.medium) {
    where.push('item.medium = ?');
    values.push(filter.medium);
  }
  if (filter.state) {
    where.push('task.state = ?');
    values.push(filter.state);
  }
  if (filter.flagged !== null) {
    where.push(`${filter.flagged ? '' : 'NOT '}${IS_FLAGGED}`);
  }
  // items are not looked up for tasks that are only counted or passed over, unless something is asked of them
  const asksItem = filter.search.trim() !== '' || filter.medium !== null;
  const from = `FROM task ${asksItem ? 'JOIN item ON item.id = task.item_id' : ''} WHERE ${where.join(' AND ')}`;
  const count = db.prepare<(string | number)[], { total: number }>(`SELECT count(*) AS total ${from}`).get(...values);
  const rows = db
    .prepare<(string | number)[], TaskRow>(`SELECT ${COLUMNS} ${from} ORDER BY task.position LIMIT ? OFFSET ?`)
    .all(...values, filter.limit, filter.offset);
  return { total: count?.total ?? 0, tasks: rows.map(toTask) };
}

export function countTasks(db: ReadableDb): Readonly<Record<TaskState, number>> {
  const counts = { open: 0, active: 0, submitted: 0, skipped: 0 };
  const rows = db
    .prepare<[], { state: TaskState; n: number }>('SELECT state, count(*) AS n FROM task GROUP BY state')
    .all();
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** Moves a task on in its life. Refuses with `TASK_CHANGED_ELSEWHERE` when it is not in one of the states `from`. */
export function moveTask(db: WritableDb, taskId: string, from: readonly TaskState[], to: TaskState): void {
  write(db, () => {
    const marks = from.map(() => '?').join(', ');
    const done = db.prepare(`UPDATE task SET state = ? WHERE id = ? AND state IN (${marks})`).run(to, taskId, ...from);
    if (done.changes !== 1) throw new AppError('TASK_CHANGED_ELSEWHERE', { taskId });
  });
}

/** Keeps why a task was skipped, in the worker's words. */
export function noteSkip(db: WritableDb, taskId: string, reason: SkipReason, words: string): void {
  write(db, () =>
    db.prepare('UPDATE task SET skip_reason = ?, skip_words = ? WHERE id = ?').run(reason, words, taskId),
  );
}

function toTask(row: TaskRow): Task {
  return taskSchema.parse({
    id: row.id,
    itemId: row.item_id,
    state: row.state,
    position: row.position,
    payMinor: row.pay_minor,
    revision: row.revision,
  });
}
