import { basename, resolve } from 'node:path';
import { openDatasetFolder } from '../../electron/services/dataset-folder.ts';
import { importSuggestions, type SuggestionImport } from '../../electron/services/project/import-suggestions.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { AppError } from '../../shared/core/errors.ts';
import type { DatasetFormat, DatasetSource, ReadDataset } from '../../shared/dataset/format.ts';
import { allFormats, formatById } from '../../shared/dataset/formats.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT, UsageError } from '../command.ts';

const MOST_LINES = 20;

export const importCommand: Command = {
  name: 'import',
  summary: 'put what a model predicted before the workers, as suggestions',
  usage: `fairmark import PROJECT SOURCE --as suggestions [--format ID] [--source NAME] [--dry-run] [--json]

Reads a dataset (a folder, or one file) and adds its annotations to the items of a project as suggestions, which
workers accept, change or reject. Items are matched by digest, path or file name, classes by name. The app must be
closed. When nothing can be imported, that is a refusal, never a success.

  --as suggestions   the only way so far
  --format ID        see "fairmark formats"; without it the format is recognised
  --source NAME      who predicted it, as workers see it; the file's name by default
  --dry-run          says what would happen, and changes nothing

Example: fairmark import ./my-project ./predictions/instances.json --as suggestions --source detector-3 --dry-run`,
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        json: { type: 'boolean' },
        as: { type: 'string' },
        format: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
      ['PROJECT', 'SOURCE'],
    );
    if (values.as !== 'suggestions') throw new UsageError('Say what to import it as: --as suggestions.');
    const [project = '', path = ''] = positionals;
    const dryRun = values['dry-run'] === true;
    const folder = await openDatasetFolder(resolve(path));
    const { format, dataset } = await readDataset(folder, values.format);
    const session = openProjectSession(resolve(project));
    try {
      const source = values.source ?? basename(resolve(path)).slice(0, 200);
      const done = await importSuggestions(session, dataset, { source, dryRun });
      const report = { format: format.id, dryRun, ...done, findings: dataset.findings };
      io.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(format, dataset, done, dryRun));
      return done.added > 0 ? EXIT.fine : EXIT.refused;
    } finally {
      session.close();
    }
  },
};

/** The dataset by the format that was named, else by the one that finds most in it. */
async function readDataset(
  source: DatasetSource,
  id: string | undefined,
): Promise<{ readonly format: DatasetFormat; readonly dataset: ReadDataset }> {
  const named = id === undefined ? null : formatById(id);
  if (id !== undefined && !named) throw new AppError('FORMAT_UNKNOWN', { format: id });
  const read = [];
  for (const format of named ? [named] : allFormats) read.push({ format, dataset: await format.read(source) });
  const [best] = read.toSorted((a, b) => countOf(b.dataset) - countOf(a.dataset));
  if (!best || countOf(best.dataset) === 0) throw new AppError('NOTHING_TO_IMPORT');
  return best;
}

function countOf({ entries }: ReadDataset): number {
  return entries.reduce((sum, { annotations }) => sum + annotations.length, 0);
}

function inWords(format: DatasetFormat, dataset: ReadDataset, done: SuggestionImport, dryRun: boolean): string {
  const lines = [
    `Format: ${format.title}`,
    `${dryRun ? 'Would add' : 'Added'} ${done.added} suggestions to ${done.items} items.`,
    ...(done.present > 0 ? [`${done.present} were there already.`] : []),
    ...listed('No item of this project', done.unmatched),
    ...listed('Could be several items, so nothing was guessed', done.ambiguous),
    ...Object.entries(done.unknownClasses).map(
      ([name, count]) => `Class not in this project: ${name} (${count} left out)`,
    ),
    ...Object.entries(done.refused).map(([why, count]) => `Left out, ${why}: ${count}`),
    ...listed(
      'Found while reading',
      dataset.findings.map(({ code, path, message }) => `${code} ${path}: ${message}`),
    ),
    ...(done.added === 0 ? ['Nothing was imported.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(title: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const rest = all.length - MOST_LINES;
  const more = rest > 0 ? [`  … and ${rest} more`] : [];
  return [`${title}: ${all.length}`, ...all.slice(0, MOST_LINES).map((one) => `  ${one}`), ...more];
}
