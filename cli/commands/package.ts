import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { publishedMetadata } from '../../electron/services/export/published-metadata.ts';
import { createExportService } from '../../electron/services/export/export-service.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { createKeyStore } from '../../electron/services/signing/key-store.ts';
import { openJsonFile } from '../../electron/services/json-file.ts';
import { allFormats } from '../../shared/dataset/formats.ts';
import { defaultAppSettings, storedSettingsSchema } from '../../shared/project/app-settings.ts';
import { counted } from '../../shared/manifest/documents/words.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { lossLine, toldLosses, toldReport } from '../in-english.ts';
import { openRecordToRead, profileDir } from '../profile.ts';

export const packageCommand: Command = {
  name: 'package',
  summary: 'sign and write the dataset with its labour manifest',
  usage: `fairmark package PROJECT --sent AMOUNT [--out DIR] [--profile DIR] [--passphrase-file FILE] [--json]

Writes the accepted annotations of a project with the signed labour manifest: into DIR, which must be empty or not there
yet, or else into the project's "packages" folder.
The app must be closed, and the keys must have been made in it. Keys in the system's keyring can be used by the app
alone; keys behind a passphrase can be used here.

  --sent AMOUNT            what was sent to the worker, in minor units (cents)
  --publish-statements     the worker agrees that their own signed statements are published
  --protest WORDS          what the worker wants said in their signed statement, as a protest
  --profile DIR            the folder of record and keys, if it is not where the app keeps it
  --passphrase-file FILE   a file that holds the passphrase; or set FAIRMARK_PASSPHRASE

Example: fairmark package ./sample-project --sent 335 --passphrase-file ~/.fairmark-passphrase`,
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        json: { type: 'boolean' },
        profile: { type: 'string' },
        sent: { type: 'string' },
        out: { type: 'string' },
        'publish-statements': { type: 'boolean' },
        protest: { type: 'string' },
        'passphrase-file': { type: 'string' },
      },
      ['PROJECT'],
    );
    if (!/^\d{1,15}$/.test(values.sent ?? '')) throw new UsageError('--sent needs whole minor units, e.g. 335.');
    const protest = (values.protest ?? '').trim();
    if (protest.length > 2000) throw new UsageError('--protest takes 2,000 characters at most.');
    const profile = profileDir(values.profile, io);
    const settings = await openJsonFile(join(profile, 'settings.json'), storedSettingsSchema, defaultAppSettings);
    const file = values['passphrase-file'];
    const passphrase =
      file === undefined ? (io.env['FAIRMARK_PASSPHRASE'] ?? '') : (await readFile(file, 'utf8')).replace(/\r?\n$/, '');

    const session = openProjectSession(resolve(positionals[0] ?? ''));
    try {
      const record = openRecordToRead(profile);
      try {
        const exports = createExportService({
          keys: createKeyStore({ file: join(profile, 'keys.json'), findBox: () => null }),
          record,
          settings: () => settings.read(),
          version: await readVersion(),
          wallMs: () => Date.now(),
          randomHex: (bytes) => randomBytes(bytes).toString('hex'),
        });
        await exports.unlockKeys(session, passphrase);
        const publishRows = values['publish-statements'] === true;
        const { place, person, device } = await publishedMetadata(session);
        if (place + person + device > 0) {
          io.err(
            `Pictures are published as they are: ${place} say where they were taken, ${person} name who made or owns them, ${device} tell the number of their camera.\n`,
          );
        }
        const { previewId } = await exports.preview(session, { publishRows, protest });
        const written = await exports.run(
          session,
          {
            previewId,
            formats: allFormats.map(({ id }) => id),
            sentMinor: Number(values.sent),
            receipt: 'no-response',
            publishRows,
          },
          values.out === undefined ? undefined : resolve(values.out),
        );
        for (const group of written.losses) io.err(`${lossLine(group)}\n`);
        io.out(
          values.json
            ? `${JSON.stringify({ ...written, losses: toldLosses(written.losses), verification: toldReport(written.verification) }, null, 2)}\n`
            : `${counted(written.files, 'file')} in ${written.dir}\n${written.verification.ok ? 'Checked: nothing failed.' : 'Checked: something failed; run "fairmark verify" on it.'}\n`,
        );
        return written.verification.ok ? EXIT.fine : EXIT.refused;
      } finally {
        record.close();
      }
    } finally {
      session.close();
    }
  },
};

/** The version of Fairmark, from the package this file lies in. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
