import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { ReadFlags } from '../../../shared/dataset/flag-reader.ts';
import { noCare, type ProjectCare, tightenedCare } from '../../../shared/project/care.ts';
import { addFlags, countFitting, findItems, type ItemFilter } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { readCare, readTermsAcceptedAt, writeCare } from '../../db/project-store.ts';
import { type FlagImport, importFlags } from './import-flags.ts';
import { itemFlags, type ProjectSession } from './project-session.ts';

export type CareService = ReturnType<typeof createCareService>;

/**
 * What a requester does for those who work on a project: says more, flags more, limits more. What was said and set can be
 * taken back until somebody has accepted the project with it; a flag never, for what it hides may have been believed hidden.
 */
export function createCareService(
  session: ProjectSession,
  /** These items have flags that they did not have: nothing sharp of them may be given out any more. */
  onFlagged: (itemIds: readonly string[]) => void,
) {
  const { db } = session;
  let care = readCare(db);
  return {
    care: (): ProjectCare => care,

    tighten(more: ProjectCare): ProjectCare {
      const next = tightenedCare(care, more);
      writeCare(db, next);
      care = next;
      return next;
    },

    /** Refuses with `CARE_RELIED_ON` once a worker has accepted the project. */
    replace(next: ProjectCare): ProjectCare {
      if (readTermsAcceptedAt(db) !== null) throw new AppError('CARE_RELIED_ON');
      const replaced = tightenedCare(noCare, next);
      writeCare(db, replaced);
      care = replaced;
      return replaced;
    },

    /** Items that fit, and how many of them are hidden already. */
    count: (filter: ItemFilter) => countFitting(db, filter),

    /** Flags every item that fits, as a whole. */
    flag(filter: ItemFilter, category: FlagCategory, severity: number): { items: number; newlyHidden: number } {
      const flag: Flag = { category, severity, origin: 'requester', confidence: 1, extent: { of: 'item' } };
      const flagged: string[] = [];
      let newlyHidden = 0;
      write(db, () => {
        for (const item of findItems(db, filter)) {
          const wasShown = itemFlags(session, item).length === 0;
          if (addFlags(db, item.id, [flag]).length === 0) continue;
          flagged.push(item.id);
          if (wasShown) newlyHidden += 1;
        }
      });
      onFlagged(flagged);
      return { items: flagged.length, newlyHidden };
    },

    async import(read: ReadFlags, { dryRun }: { readonly dryRun: boolean }): Promise<FlagImport> {
      const { report, itemIds } = await importFlags(session, read, { dryRun });
      if (!dryRun) onFlagged(itemIds);
      return report;
    },
  };
}
