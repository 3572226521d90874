import { basename } from 'node:path';
import { AppError } from '../../shared/core/errors.ts';
import { because } from '../../shared/i18n/reason.ts';
import type { Handlers } from '../../shared/ipc/dispatch.ts';
import { openDatasetFolder } from '../services/dataset-folder.ts';
import { readFlagsOf } from '../services/flags/read-flags.ts';
import { importSuggestions } from '../services/project/import-suggestions.ts';
import { readDataset } from '../services/project/read-dataset.ts';
import type { OpenProject } from '../services/workplace.ts';

const MOST_TOLD = 50;

/** The calls about what models predict. */
export function suggestionHandlers(current: () => OpenProject): Pick<Handlers, 'suggestion.import'> {
  return {
    'suggestion.import': async ({ path, dryRun }) => {
      const { session, care } = current();
      const source = await openDatasetFolder(path);
      const { format, dataset } = await readDataset(source);
      const flags = await readFlagsOf(source).catch((error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
      // what the same data says is sensitive is never left behind, and hides before anything is suggested
      const hidden = flags && flags.entries.length > 0 ? await care.import(flags, { dryRun }) : null;
      const done = await importSuggestions(session, dataset, { source: basename(path).slice(0, 200), dryRun });
      const told = [
        ...dataset.findings.map(({ code: _code, ...finding }) => finding),
        ...done.unmatched.map((at) => ({ path: at, ...because('read', 'notInProject') })),
        ...done.ambiguous.map((at) => ({ path: at, ...because('read', 'notClear') })),
      ];
      return {
        format: format.title,
        added: done.added,
        present: done.present,
        items: done.items,
        unknownClasses: Object.entries(done.unknownClasses).map(([name, count]) => ({ name, count })),
        refused: Object.values(done.refused).reduce((sum, count) => sum + count, 0),
        newlyHidden: hidden?.newlyHidden ?? 0,
        told: told.slice(0, MOST_TOLD),
        toldOf: told.length,
      };
    },
  };
}
