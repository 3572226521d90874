import { flagCategorySchema } from '../../../shared/content/flag.ts';
import type { ProjectCare } from '../../../shared/project/care.ts';
import type { Disclosure } from '../../../shared/ipc/calls/wellbeing-calls.ts';
import type { ReadableDb } from '../../db/open-database.ts';
import { countFlaggedItems, countFlags, countItems } from '../../db/item-store.ts';

/** What a project's flags come to: categories with their highest severity, the share of tasks, and what was not disclosed. */
export function discloseFlags(db: ReadableDb, care: ProjectCare): Disclosure {
  const { flagged, undisclosed } = countFlaggedItems(db);
  return {
    tasks: countItems(db),
    flaggedTasks: flagged,
    undisclosed,
    said: [...care.disclosed],
    categories: countFlags(db).map(({ category, items, severity }) => {
      return { category: flagCategorySchema.catch('disturbing-other').parse(category), tasks: items, severity };
    }),
  };
}
