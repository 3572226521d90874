import { defineConfig } from '@playwright/test';

export default defineConfig({
  // `npm test` runs the two at the same time, on a display each: in `asleep` the app does nothing for a minute.
  projects: [
    { name: 'window', testDir: 'tests/e2e', testIgnore: 'asleep/**' },
    { name: 'asleep', testDir: 'tests/e2e/asleep' },
  ],
  outputDir: 'test-results',
  // One window at a time: two of them on two cores, drawn without a GPU, starve each other.
  workers: 1,
  fullyParallel: false,
  // A test that passes only the second time is a finding: here it fails. On shared machines, where a window may be kept
  // waiting by others' work, it is tried once more and listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['E2E_REPORT'] ?? '.cache/test/e2e.json' }]],
});
