// `npm run check`: types, lint rules, format and unused code. Names on the command line choose among them.
import { inProject } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { isMain, runMain, say } from './lib/say.mjs';
import { prepare } from './prepare.mjs';

/** @typedef {{ name: string, ok: boolean }} CheckResult */

/** The checks by name: the file to run on Node and its arguments. */
const checks = {
  types: [inProject('node_modules', 'typescript', 'bin', 'tsc'), '-b'],
  lint: [inProject('node_modules', 'oxlint', 'bin', 'oxlint')],
  format: [
    inProject('node_modules', 'prettier', 'bin', 'prettier.cjs'),
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-location=.cache/prettier',
    '.',
  ],
  unused: [inProject('node_modules', 'knip', 'bin', 'knip.js'), '--no-progress'],
};

/**
 * Runs all checks side by side and shows the output of those that fail.
 *
 * @param {readonly string[]} only names of the checks to run; all without any
 * @returns {Promise<readonly CheckResult[]>}
 */
export async function check(only = []) {
  const chosen = Object.entries(checks).filter(([name]) => only.length === 0 || only.includes(name));
  return Promise.all(
    chosen.map(async ([name, args]) => {
      const started = performance.now();
      const { code, output } = await runNode(args, { quiet: true });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(`${code === 0 ? '✓' : '✗'} check: ${name} (${seconds} s)`);
      if (code !== 0) say(output.trimEnd());
      return { name, ok: code === 0 };
    }),
  );
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await prepare('build');
    const results = await check(process.argv.slice(2));
    return results.length > 0 && results.every(({ ok }) => ok) ? 0 : 1;
  });
}
