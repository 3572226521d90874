import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { makeOwnProject } from '../../electron/services/project/make-own-project.ts';
import { type FolderSurvey, surveyFolder } from '../../electron/services/project/own-files.ts';
import { AppError } from '../../shared/core/errors.ts';
import { en } from '../../shared/i18n/locales/en.ts';
import { type LabelSet, labelSetSchema, type Medium } from '../../shared/project/label-set.ts';
import {
  type NewProject,
  labelSetOf,
  newProjectSchema,
  simpleKinds,
  simpleTerms,
} from '../../shared/project/new-project.ts';
import { termsSchema } from '../../shared/project/terms.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../command.ts';
import { listed } from './import/wanted.ts';

const media = ['image', 'text'] as const satisfies readonly Medium[];

/** Terms of work that is not paid, which is what it is until somebody says otherwise. */
const unpaid = simpleTerms({
  currency: 'USD',
  perTaskMinor: { image: 0, text: 0 },
  floorPerHourMinor: 0,
  taskEstimateMs: { image: 60_000, text: 120_000 },
});

export const newCommand: Command = {
  name: 'new',
  summary: 'make a project of a folder of pictures or texts',
  usage: `fairmark new DIR --from FOLDER (--class NAME... | --labels FILE) [--only image|text] [--name NAME]
             [--instructions FILE] [--terms FILE] [--dry-run] [--json]

Copies the pictures (JPEG, PNG, GIF, WebP, BMP) and texts (.txt, .md, and each line of .jsonl) of a folder and its folders
into a new project in DIR, a task for each. The folder stays as it is. Each file that is left aside is told, with the reason.

  --class NAME         a class; once for each. On pictures it may be drawn with any simple tool, in texts it marks words
  --labels FILE        JSON: a list of label sets, with all that a class can have (attributes, key points, relations,
                       questions); docs/cli.md shows one
  --only image|text    leaves the other kind of files out
  --name NAME          what workers see; the name of the folder by default
  --instructions FILE  Markdown that workers read first
  --terms FILE         JSON: what the work pays; without it, that it is not paid
  --dry-run            says what would be taken, and makes nothing

Example: fairmark new ./birds --from ~/Pictures/birds --class Bird --class Nest --name "Birds of our street"`,
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        from: { type: 'string' },
        class: { type: 'string', multiple: true },
        labels: { type: 'string' },
        only: { type: 'string' },
        name: { type: 'string' },
        instructions: { type: 'string' },
        terms: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      ['DIR'],
    );
    const { from, only } = values;
    if (from === undefined) throw new UsageError('Say where the files are: --from FOLDER.');
    if ((values.class === undefined) === (values.labels === undefined)) {
      throw new UsageError('Say what is labelled: --class NAME, once for each class, or --labels FILE.');
    }
    if (only !== undefined && only !== 'image' && only !== 'text') throw new UsageError('--only takes image or text.');
    const survey = await surveyFolder(resolve(from));
    const taken = media.filter(
      (medium) => (only ?? medium) === medium && survey.files.some((file) => file.medium === medium),
    );
    const said = newProjectSchema.safeParse({
      name: values.name ?? basename(resolve(from)),
      instructions: values.instructions === undefined ? '' : await readText(values.instructions),
      labelSets:
        values.labels === undefined ? setsOf(values.class ?? [], taken) : await labelsFrom(values.labels, taken),
      terms: values.terms === undefined ? unpaid : await jsonFrom(values.terms, termsSchema),
    } satisfies NewProject);
    if (taken.length === 0) throw new AppError('NOTHING_TO_LABEL', { path: survey.folder });
    if (!said.success) throw new UsageError(issueOf(said.error));
    const dir = resolve(positionals[0] ?? '');
    const dryRun = values['dry-run'] === true;
    if (!dryRun) {
      const id = `project-${randomBytes(8).toString('hex')}`;
      await makeOwnProject(dir, { ...said.data, id, createdAt: Date.now() }, survey);
    }
    tell(io, { dir, dryRun, survey, sets: said.data.labelSets, json: values.json === true });
    return EXIT.fine;
  },
};

function setsOf(names: readonly string[], taken: readonly Medium[]): LabelSet[] {
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw new UsageError(`The class "${repeated}" is given twice.`);
  return taken.map((medium) => labelSetOf(medium, names, simpleKinds(medium)));
}

async function labelsFrom(file: string, taken: readonly Medium[]): Promise<LabelSet[]> {
  const sets = await jsonFrom(file, z.array(labelSetSchema).min(1));
  const used = sets.filter(({ medium }) => taken.includes(medium));
  const [lacking] = taken.filter((medium) => !sets.some((set) => set.medium === medium));
  if (lacking !== undefined && used.length === 0) {
    throw new UsageError(`${file} has no label set for what the folder holds: "medium": "${lacking}".`);
  }
  return used;
}

async function jsonFrom<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  const text = await readText(file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new UsageError(`${file}: ${issueOf(parsed.error)}`);
  return parsed.data;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read.`, { cause: error });
  }
}

function issueOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  return `${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'is invalid'}`;
}

interface Made {
  readonly dir: string;
  readonly dryRun: boolean;
  readonly survey: FolderSurvey;
  readonly sets: readonly LabelSet[];
  readonly json: boolean;
}

function tell(io: CommandIo, { dir, dryRun, survey, sets, json }: Made): void {
  const count = (medium: Medium): number =>
    sets.some((set) => set.medium === medium) ? survey.files.filter((file) => file.medium === medium).length : 0;
  const [images, texts] = [count('image'), count('text')];
  const classes = [...new Set(sets.flatMap((set) => set.classes.map(({ name }) => name)))];
  const { aside } = survey;
  if (json) return io.out(`${JSON.stringify({ path: dir, dryRun, images, texts, classes, aside }, null, 2)}\n`);
  const lines = [
    `${dryRun ? 'Would make' : 'Made'} a project in ${dir}`,
    `Tasks: ${images} with a picture, ${texts} with a text`,
    `Classes: ${classes.join(', ')}`,
    ...listed(
      'Left aside',
      aside.map(({ path, why }) => `${path} ${en.messages.newProject.why[why]}`),
    ),
    ...(dryRun ? [] : ['Open it in Fairmark with “Open a project folder…”.']),
  ];
  return io.out(`${lines.join('\n')}\n`);
}
