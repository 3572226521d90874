import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { importFlagsOf } from './import/flags.ts';
import { importSuggestionsOf } from './import/suggestions.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'put what a model predicted before the workers, or hide what data says is sensitive',
  usage: `fairmark import PROJECT SOURCE --as suggestions [--format ID] [--source NAME] [--dry-run] [--json]
fairmark import PROJECT SOURCE --as flags [--format coco|csv|jsonl] [--dry-run] [--json]

Reads a folder, or one file, and adds what it says to the items of a project. Items are matched by path, digest or file
name. The app must be closed. When nothing can be imported, that is a refusal, never a success.

  --as suggestions   annotations that workers accept, change or reject; classes are matched by name. What the same data
                     says is sensitive is taken along
  --as flags         sensitive content, hidden until the worker chooses. Flags are only ever added: no import takes one
                     away or makes it weaker, and what is said unclearly hides more rather than less
  --format ID        see "fairmark formats"; without it the format is recognised
  --source NAME      who predicted it, as workers see it; the file's name by default
  --dry-run          says what would happen, and changes nothing

Example: fairmark import ./my-project ./predictions/instances.json --as suggestions --source detector-3 --dry-run
Example: fairmark import ./my-project ./images/flags.csv --as flags`,
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
    const [project = '', path = ''] = positionals;
    const { format, source } = values;
    const wanted = { project, path, format, source, dryRun: values['dry-run'] === true, json: values.json === true };
    switch (values.as) {
      case 'suggestions':
        return importSuggestionsOf(wanted, io);
      case 'flags':
        return importFlagsOf(wanted, io);
      default:
        throw new UsageError('Say what to import it as: --as suggestions, or --as flags.');
    }
  },
};
