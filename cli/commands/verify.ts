import { verifyFolder } from '../../electron/services/verify/verify-folder.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { reportText } from './verify-text.ts';

const usage = `fairmark verify PACKAGE [--json] [--requester KEY] [--previous FILE] [--openings FOLDER]

Checks a dataset package and the signed labour manifest in it. Opens nothing outside the package, fetches nothing.

  --json              one JSON document: { ok, claims, findings, summary }
  --requester KEY     the requester's fingerprint (8 groups of 4) or key id, as you know it from elsewhere
  --previous FILE     labour/manifest.dsse.json of the release before
  --openings FOLDER   statements and rows that a worker or the requester gave you
  --help              this text

Exit status: 0 nothing failed, 1 something failed or could not be read, 2 wrong usage.

Example: fairmark verify ./harbour-cats --requester ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567`;

const options = {
  json: { type: 'boolean' },
  requester: { type: 'string' },
  previous: { type: 'string' },
  openings: { type: 'string' },
} as const;

/** `fairmark verify`, and the whole of `fairmark-verify.mjs`. */
export const verify: Command = {
  name: 'verify',
  summary: 'check a dataset package and its signed labour manifest',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArguments(args, options, ['PACKAGE']);
    const requester = values.requester?.trim();
    if (requester !== undefined && !/^(sha256:[0-9a-f]{64}|([A-Z2-7]{4}-){7}[A-Z2-7]{4})$/.test(requester)) {
      throw new UsageError('A requester is named by 8 groups of 4 letters (ABCD-...), or by sha256: and 64 digits.');
    }
    const report = await verifyFolder({
      folder: positionals[0] ?? '',
      openings: values.openings,
      expectedRequester: requester,
      previousManifest: values.previous,
    });
    io.out(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : `${reportText(report)}\n`);
    return report.ok ? EXIT.fine : EXIT.refused;
  },
};
