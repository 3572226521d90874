import { basename, resolve } from 'node:path';
import { openDatasetFolder } from '../../../electron/services/dataset-folder.ts';
import { importSuggestions, type SuggestionImport } from '../../../electron/services/project/import-suggestions.ts';
import { readDataset } from '../../../electron/services/project/read-dataset.ts';
import { openProjectSession } from '../../../electron/services/project/project-session.ts';
import type { DatasetFormat, ReadDataset } from '../../../shared/dataset/format.ts';
import { type CommandIo, EXIT } from '../../command.ts';
import { counted } from '../../../shared/manifest/documents/words.ts';
import { readFindingLine, toldFindings } from '../../in-english.ts';
import { flagsInWords, takeFlagsAlong } from './flags.ts';
import { type ImportWanted, listed } from './wanted.ts';

/** `import --as suggestions`. */
export async function importSuggestionsOf(wanted: ImportWanted, io: CommandIo): Promise<number> {
  const { dryRun } = wanted;
  const folder = await openDatasetFolder(resolve(wanted.path));
  const { format, dataset } = await readDataset(folder, wanted.format);
  const session = openProjectSession(resolve(wanted.project));
  try {
    const source = wanted.source ?? basename(resolve(wanted.path)).slice(0, 200);
    const done = await importSuggestions(session, dataset, { source, dryRun });
    // what the same data says is sensitive is never left behind
    const flags = await takeFlagsAlong(session, folder, dryRun);
    const told = flags && { ...flags, findings: toldFindings(flags.findings) };
    const report = { format: format.id, dryRun, ...done, findings: toldFindings(dataset.findings), flags: told };
    const words = inWords(format, dataset, done, dryRun) + (flags ? flagsInWords(flags, dryRun) : '');
    io.out(wanted.json ? `${JSON.stringify(report, null, 2)}\n` : words);
    return done.added > 0 ? EXIT.fine : EXIT.refused;
  } finally {
    session.close();
  }
}

function inWords(format: DatasetFormat, dataset: ReadDataset, done: SuggestionImport, dryRun: boolean): string {
  const lines = [
    `Format: ${format.title}`,
    `${dryRun ? 'Would add' : 'Added'} ${counted(done.added, 'suggestion')} to ${counted(done.items, 'item')}.`,
    ...(done.present > 0 ? [`${done.present} were there already.`] : []),
    ...listed('No item of this project', done.unmatched),
    ...listed('Could be several items, so nothing was guessed', done.ambiguous),
    ...Object.entries(done.unknownClasses).map(
      ([name, count]) => `Class not in this project: ${name} (${count} left out)`,
    ),
    ...Object.entries(done.refused).map(([why, count]) => `Left out, ${why}: ${count}`),
    ...listed('Found while reading', dataset.findings.map(readFindingLine)),
    ...(done.added === 0 ? ['Nothing was imported.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
