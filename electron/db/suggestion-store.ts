import { type Suggestion, suggestionSchema } from '../../shared/annotation/suggestion.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

interface SuggestionRow {
  id: string;
  class_id: string;
  shape: string;
  score: number | null;
  source: string;
}

/** Adds suggestions to an item; one whose id is there already is left as it is. Answers how many are new. */
export function insertSuggestions(db: WritableDb, itemId: string, suggestions: readonly Suggestion[]): number {
  let added = 0;
  write(db, () => {
    const insert = db.prepare(
      'INSERT OR IGNORE INTO suggestion (item_id, id, class_id, shape, score, source) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const { id, classId, shape, score, source } of suggestions) {
      added += insert.run(itemId, id, classId, JSON.stringify(shape), score, source).changes;
    }
  });
  return added;
}

/** Suggestions for an item, in the order in which they came. */
export function readSuggestions(db: ReadableDb, itemId: string): readonly Suggestion[] {
  return db
    .prepare<[string], SuggestionRow>(
      'SELECT id, class_id, shape, score, source FROM suggestion WHERE item_id = ? ORDER BY seq',
    )
    .all(itemId)
    .map(toSuggestion);
}

/** Those of an item's suggestions that have one of these ids; reads no others. */
export function readSomeSuggestions(db: ReadableDb, itemId: string, ids: readonly string[]): readonly Suggestion[] {
  const one = db.prepare<[string, string], SuggestionRow>(
    'SELECT id, class_id, shape, score, source FROM suggestion WHERE item_id = ? AND id = ?',
  );
  return ids.flatMap((id) => one.get(itemId, id) ?? []).map(toSuggestion);
}

/** Ids of the suggestions that the worker of a task rejected, sorted. */
export function readDismissed(db: ReadableDb, taskId: string): readonly string[] {
  return db
    .prepare<[string], { id: string }>(
      'SELECT suggestion_id AS id FROM dismissal WHERE task_id = ? ORDER BY suggestion_id',
    )
    .all(taskId)
    .map(({ id }) => id);
}

function toSuggestion({ id, class_id: classId, shape, score, source }: SuggestionRow): Suggestion {
  return suggestionSchema.parse({ id, classId, shape: JSON.parse(shape), score, source });
}
