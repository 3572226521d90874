import { resolve } from 'node:path';
import { openDatasetFolder } from '../../../electron/services/dataset-folder.ts';
import { readFlagsOf } from '../../../electron/services/flags/read-flags.ts';
import { type FlagImport, importFlags } from '../../../electron/services/project/import-flags.ts';
import { openProjectSession, type ProjectSession } from '../../../electron/services/project/project-session.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { DatasetSource } from '../../../shared/dataset/format.ts';
import { type CommandIo, EXIT } from '../../command.ts';
import { counted } from '../../../shared/manifest/documents/words.ts';
import { readFindingLine, toldFindings } from '../../in-english.ts';
import { type ImportWanted, listed } from './wanted.ts';

/** Takes what a source of something else says of sensitive content; null if it says nothing. */
export async function takeFlagsAlong(
  session: ProjectSession,
  source: DatasetSource,
  dryRun: boolean,
): Promise<FlagImport | null> {
  const read = await readFlagsOf(source).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!read || read.entries.length === 0) return null;
  return (await importFlags(session, read, { dryRun })).report;
}

/** `import --as flags`: fine only if everything that was said could be taken as it was said. */
export async function importFlagsOf(wanted: ImportWanted, io: CommandIo): Promise<number> {
  const { project, path, format, dryRun, json } = wanted;
  const read = await readFlagsOf(await openDatasetFolder(resolve(path)), format);
  const session = openProjectSession(resolve(project));
  try {
    const { report } = await importFlags(session, read, { dryRun });
    io.out(
      json
        ? `${JSON.stringify({ dryRun, files: read.files, ...report, findings: toldFindings(report.findings) }, null, 2)}\n`
        : flagsInWords(report, dryRun),
    );
    const clear = report.findings.length === 0 && report.unmatched.length === 0;
    return clear && report.added + report.present > 0 ? EXIT.fine : EXIT.refused;
  } finally {
    session.close();
  }
}

export function flagsInWords(report: FlagImport, dryRun: boolean): string {
  const { added, present, items, newlyHidden, byCategory, unmatched, findings } = report;
  const lines = [
    `${dryRun ? 'Would add' : 'Added'} ${counted(added, 'flag')} to ${counted(items, 'item')}; not hidden before: ${newlyHidden}.`,
    ...(present > 0 ? [`${present} were there already.`] : []),
    ...Object.entries(byCategory).map(([category, count]) => `  ${category}: ${counted(count ?? 0, 'item')}`),
    ...listed('No item of this project', unmatched),
    ...listed('Found while reading', findings.map(readFindingLine)),
    ...(added === 0 ? ['Nothing was imported.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
