import { existsSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Turns a suite's exit code and report into counts. A suite that failed as a whole (a file that does not load, an unhandled
 * error, no report) counts as one failure, and so does one that ran no test: green silence is not a pass.
 *
 * @param {string} suite for the message
 * @param {number} exitCode
 * @param {Counts | undefined} reported
 * @param {(line: string) => void} tell
 * @returns {Counts}
 */
export function judgeSuite(suite, exitCode, reported, tell) {
  const counts = reported ?? { passed: 0, failed: 0, skipped: 0 };
  if (counts.failed > 0) return counts;
  if (exitCode !== 0) {
    tell(`✗ ${suite} ended with code ${exitCode} outside of any test; see above.`);
    return { ...counts, failed: 1 };
  }
  if (counts.passed === 0) {
    tell(`✗ ${suite} ran no test.`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

/** Counts of a report of Vitest's JSON reporter. @param {any} report @returns {Counts} */
export function countsOfVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of a report of Playwright's JSON reporter. Where a second try is allowed, what passed in it has passed; its
 * name stands in the list above.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countsOfPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of `npm test`. @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads and removes a report, so that a later run without one cannot find it.
 *
 * @param {string} file
 * @param {(report: any) => Counts} countsOf
 * @returns {Counts | undefined}
 */
export function takeReport(file, countsOf) {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return countsOf(report);
}
