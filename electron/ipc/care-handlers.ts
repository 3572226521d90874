import { because } from '../../shared/i18n/reason.ts';
import type { Handlers } from '../../shared/ipc/dispatch.ts';
import type { careCalls } from '../../shared/ipc/calls/care-calls.ts';
import { openDatasetFolder } from '../services/dataset-folder.ts';
import { readFlagsOf } from '../services/flags/read-flags.ts';
import type { CareService } from '../services/project/care-service.ts';

interface CarePorts {
  readonly care: () => CareService;
  /** The system's file dialog; null when cancelled. */
  readonly chooseFile: () => Promise<string | null>;
}

const MOST_TOLD = 50;

/** The calls about what a project says and sets for those who work on it. */
export function careHandlers({ care, chooseFile }: CarePorts): Pick<Handlers, keyof typeof careCalls> {
  return {
    'care.tighten': (more) => care().tighten(more),
    'care.replace': (next) => care().replace(next),
    'care.count': (filter) => care().count(filter),
    'care.flag': ({ filter, category, severity }) => care().flag(filter, category, severity),
    'care.choose': async () => ({ path: await chooseFile() }),
    'care.import': async ({ path, dryRun }) => {
      const read = await readFlagsOf(await openDatasetFolder(path));
      const { unmatched, findings, ...counts } = await care().import(read, { dryRun });
      const told = [
        ...findings.map(({ code: _code, ...finding }) => finding),
        ...unmatched.map((at) => ({ path: at, ...because('read', 'notInProject') })),
      ];
      return { ...counts, unmatched: unmatched.length, findings: findings.length, told: told.slice(0, MOST_TOLD) };
    },
  };
}
