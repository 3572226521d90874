// `npm test`: checks, unit tests and end-to-end tests. `npm test -- unit` (or check, e2e) runs one part, and what follows
// goes to its runner: `npm test -- unit tests/unit/time`, `npm test -- e2e --grep "redo"`.
// The last line is `N passed, N failed`, with `, N skipped` where tests were.
import { mkdirSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { inProject } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { runMain, say, Stop } from './lib/say.mjs';
import {
  countsOfPlaywright,
  countsOfVitest,
  judgeSuite,
  sumCounts,
  summaryLine,
  takeReport,
} from './lib/test-counts.mjs';
import { prepare } from './prepare.mjs';

/** @typedef {import('./lib/test-counts.mjs').Counts} Counts */

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<Counts>>>} */
const parts = { check: runChecks, unit: runUnit, e2e: runEndToEnd };

/** @param {readonly string[]} args for the checks' names @returns {Promise<Counts>} */
async function runChecks(args) {
  const results = await check(args);
  const passed = results.filter(({ ok }) => ok).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

/** @param {readonly string[]} args for Vitest @returns {Promise<Counts>} */
async function runUnit(args) {
  const report = freshReport('unit.json');
  const { code } = await runNode([
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  return judgeSuite('unit', code, takeReport(report, countsOfVitest), say);
}

/**
 * All windows: those that work, and beside them, on a display of its own, the one that sleeps. On one display they
 * would take the focus from each other; there, and with arguments, all run in one row.
 *
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<Counts>}
 */
async function runEndToEnd(args) {
  if (args.length > 0 || hasDisplay()) return runWindows('e2e', args);
  const asleep = runWindows('asleep', ['--project=asleep', '--output=test-results/asleep'], { quiet: true });
  const window = await runWindows('window', ['--project=window', '--output=test-results/window']);
  return sumCounts([window, await asleep]);
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} args for Playwright
 * @param {{ quiet?: boolean }} [options] `quiet`: what it prints is shown when it has ended
 * @returns {Promise<Counts>}
 */
async function runWindows(name, args, { quiet = false } = {}) {
  const report = freshReport(`${name}.json`);
  const cli = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const { code, output } = await withDisplay((display) =>
    runNode([cli, 'test', ...args], { env: { ...display, E2E_REPORT: report }, quiet }),
  );
  if (quiet) process.stdout.write(output);
  return judgeSuite(name, code, takeReport(report, countsOfPlaywright), say);
}

/** @param {string} name */
function freshReport(name) {
  const folder = inProject('.cache', 'test');
  mkdirSync(folder, { recursive: true });
  const file = inProject('.cache', 'test', name);
  rmSync(file, { force: true });
  return file;
}

/** @param {readonly string[]} given part and arguments for it @returns {Promise<Counts>} */
async function runParts([part, ...args]) {
  const chosen = part === undefined ? Object.keys(parts) : [part];
  const unknown = chosen.find((name) => parts[name] === undefined);
  if (unknown !== undefined) throw new Stop(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}`);
  await prepare(part === 'check' ? 'build' : 'test');
  // Integration tests run what is built, too.
  if (part !== 'check') await build();
  const all = [];
  for (const name of chosen) {
    say(`\n── ${name} ──`);
    all.push((await parts[name]?.(args)) ?? { passed: 0, failed: 1, skipped: 0 });
  }
  return sumCounts(all);
}

await runMain(async () => {
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await runParts(process.argv.slice(2));
    return counts.failed === 0 ? 0 : 1;
  } catch (error) {
    say(`\n${error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error)}`);
    return 1;
  } finally {
    process.stdout.write(`\n${summaryLine(counts)}\n`);
  }
});
