import { workActivities } from '../../time/activity.ts';
import type { Durations } from '../statements/fields.ts';

/** Adds up one number of each; exact, since every count of ours is a safe integer. */
export function sumOf<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}

/** Adds up records of numbers field by field, in the order of `keys`. */
export function sumByKey<Key extends string>(
  keys: readonly Key[],
  records: readonly Readonly<Record<Key, number>>[],
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, sumOf(records, (record) => record[key])])) as Record<Key, number>;
}

/** W of time.md: all activities of work. */
export function totalOf(durations: Readonly<Durations>): number {
  return sumOf(workActivities, (activity) => durations[activity]);
}
