import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatherSampleContent } from '../../electron/services/sample/sample-content.ts';
import { createSampleProject } from '../../electron/services/sample/sample-project.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';

/** Where the build gathers the sample's photographs and texts. */
const CONTENT_DIR = join(import.meta.dirname, '..', '..', 'out', 'sample');

export const sample: Command = {
  name: 'sample',
  summary: 'make the sample project',
  usage: `fairmark sample DIR [--json]

Makes a project of nine photographs, one document in eight languages and two versions of a text to compare, to learn
Fairmark with.

Example: fairmark sample ~/Documents/Fairmark/sample-project`,
  async run(args, io) {
    const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } }, ['DIR']);
    const dir = resolve(positionals[0] ?? '');
    if (!existsSync(join(CONTENT_DIR, 'complete.txt'))) await gatherSampleContent(CONTENT_DIR);
    await createSampleProject({
      contentDir: CONTENT_DIR,
      dir,
      projectId: `project-${randomBytes(8).toString('hex')}`,
      createdAt: Date.now(),
    });
    io.out(values.json ? `${JSON.stringify({ path: dir })}\n` : `The sample project is in ${dir}\n`);
    return EXIT.fine;
  },
};
