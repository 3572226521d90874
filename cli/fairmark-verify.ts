#!/usr/bin/env node
// The verifier alone. `npm run build` makes it one file without dependencies, `out/cli/fairmark-verify.mjs`, that an
// auditor can read and run with Node 20 or newer.
import { verify } from './commands/verify.ts';
import { runCommand } from './run-command.ts';

const standalone = { ...verify, usage: verify.usage.replaceAll('fairmark verify', 'fairmark-verify.mjs') };

process.exitCode = await runCommand(standalone, process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
});
