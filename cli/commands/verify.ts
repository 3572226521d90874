import { isOwnRecord, verifyFolder, verifyOwnFolder } from '../../electron/services/verify/verify-folder.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { toldReport } from '../in-english.ts';
import { ownRecordText, reportText } from './verify-text.ts';

const usage = `fairmark verify FOLDER [--json] [--requester KEY] [--worker KEY] [--previous FILE] [--openings FOLDER]

Checks a dataset package and the signed labour manifest in it, or the hours that a worker exported of their own (a folder with
work-statement.dsse.json). Opens nothing outside the folder, fetches nothing.

  --json              one JSON document: { ok, claims, findings, summary }
  --requester KEY     the requester's fingerprint (8 groups of 4) or key id, as you know it from elsewhere
  --worker KEY        the same of a worker, for their own hours
  --previous FILE     labour/manifest.dsse.json of the release before
  --openings FOLDER   statements and rows that a worker or the requester gave you
  --help              this text

Exit status: 0 nothing failed, 1 something failed or could not be read, 2 wrong usage.

Example: fairmark verify ./harbour-cats --requester ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567`;

const options = {
  json: { type: 'boolean' },
  requester: { type: 'string' },
  worker: { type: 'string' },
  previous: { type: 'string' },
  openings: { type: 'string' },
} as const;

/** `fairmark verify`, and the whole of `fairmark-verify.mjs`. */
export const verify: Command = {
  name: 'verify',
  summary: 'check a dataset package with its labour manifest, or a worker’s own hours',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArguments(args, options, ['FOLDER']);
    const requester = keyOf('requester', values.requester);
    const worker = keyOf('worker', values.worker);
    const folder = positionals[0] ?? '';
    if (await isOwnRecord(folder)) {
      if (requester !== undefined)
        throw new UsageError('These are a worker’s own hours: give --worker, not --requester.');
      const own = await verifyOwnFolder({ folder, expectedWorker: worker });
      io.out(values.json === true ? `${JSON.stringify(toldReport(own), null, 2)}\n` : `${ownRecordText(own)}\n`);
      return own.ok ? EXIT.fine : EXIT.refused;
    }
    if (worker !== undefined) throw new UsageError('This is no worker’s own hours: give --requester, not --worker.');
    const report = await verifyFolder({
      folder,
      openings: values.openings,
      expectedRequester: requester,
      previousManifest: values.previous,
    });
    io.out(values.json === true ? `${JSON.stringify(toldReport(report), null, 2)}\n` : `${reportText(report)}\n`);
    return report.ok ? EXIT.fine : EXIT.refused;
  },
};

function keyOf(whose: string, typed: string | undefined): string | undefined {
  const key = typed?.trim();
  if (key !== undefined && !/^(sha256:[0-9a-f]{64}|([A-Z2-7]{4}-){7}[A-Z2-7]{4})$/.test(key)) {
    throw new UsageError(`A ${whose} is named by 8 groups of 4 letters (ABCD-...), or by sha256: and 64 digits.`);
  }
  return key;
}
