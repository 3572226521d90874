import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hourlyMinor } from '../../../shared/time/pay-report.ts';
import { allLocales } from '../../../shared/i18n/languages.ts';
import { ownVerifyLines, ownVerifyMarkdown } from '../../../shared/manifest/documents/own-verify-md.ts';
import { activityNames, duration, money, oneLine, percent, share } from '../../../shared/manifest/documents/words.ts';
import { workActivities } from '../../../shared/time/activity.ts';
import { activities, isWork } from '../../../shared/time/activity.ts';
import { claimIds, claimStatusSchema, verificationCodeSchema } from '../../../shared/manifest/report.ts';
import { datasetManifestSchema } from '../../../shared/manifest/statements/dataset-manifest.ts';
import { enrolmentSchema } from '../../../shared/manifest/statements/enrolment.ts';
import { predicateSchemas } from '../../../shared/manifest/statements/predicates.ts';
import { settlementSchema } from '../../../shared/manifest/statements/settlement.ts';
import { workStatementSchema } from '../../../shared/manifest/statements/work-statement.ts';

describe('figures for people', () => {
  test.each([
    [0, '0 s'],
    [1, 'under 1 s'],
    [999, 'under 1 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
    [3_725_000, '1 h 02 min 05 s'],
    [360_000_000, '100 h 00 min 00 s'],
  ])('%i ms are %s', (ms, text) => expect(duration(ms)).toBe(text));

  test('money keeps its cents, also where floats would not', () => {
    expect([money(0, 'EUR'), money(5, 'EUR'), money(123_456, 'USD'), money(9_007_199_254_740_991, 'EUR')]).toEqual([
      '0.00 EUR',
      '0.05 EUR',
      '1234.56 USD',
      '90071992547409.91 EUR',
    ]);
  });

  test('shares are never rounded up', () => {
    expect([percent(10_000), percent(4680), percent(9999), percent(share(2, 3)), percent(share(1, 0))]).toEqual([
      '100.0 %',
      '46.8 %',
      '99.9 %',
      '66.6 %',
      '0.0 %',
    ]);
  });

  test('names keep their joiners and lose what turns the direction', () => {
    expect(oneLine(' a\u202eb\n\u200dc\u200c ')).toBe('a b \u200dc\u200c');
  });
});

describe('the rate', () => {
  test('of the worked example in time.md is 1.20 an hour, rounded down, where the naive one says 2.50', () => {
    expect([hourlyMinor(125, 62 * 60_000), hourlyMinor(125, 30 * 60_000)]).toEqual([120, 250]);
  });
  test('is exact beyond what floats can say', () => {
    expect(hourlyMinor(9_007_199_254_740_991, 3_600_001)).toBe(9_007_196_752_741_893);
    expect(hourlyMinor(1, 0)).toBeNull();
  });
});

describe('the specification in docs/', () => {
  const text = readFileSync('docs/manifest-specification.md', 'utf8');
  test.each([
    ['code', verificationCodeSchema.options],
    ['status', claimStatusSchema.options],
    ['claim', claimIds],
    ['statement', Object.keys(predicateSchemas)],
    ['field of a manifest', Object.keys(datasetManifestSchema.shape)],
    ['field of an enrolment', Object.keys(enrolmentSchema.shape)],
    ['field of a work statement', workStatementSchema.options.flatMap(({ shape }) => Object.keys(shape))],
    ['field of a settlement', Object.keys(settlementSchema.shape)],
    ['activity', workActivities],
  ])('names every %s', (_what, names) => {
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

test('what a manifest adds up is what the ledger calls work', () => {
  expect(activities.filter(isWork).toSorted()).toEqual(workActivities.toSorted());
});

test('every activity of work has a name', () => {
  expect(Object.keys(activityNames).toSorted()).toEqual(workActivities.toSorted());
});

test.each(allLocales)('how to check one’s own hours is said in $name around the same lines', ({ messages }) => {
  const text = ownVerifyMarkdown(messages.ownVerify, { fingerprint: 'ABCD-EFGH' });
  expect(text).toContain(`\`\`\`bash\n${ownVerifyLines}\`\`\`\n\n## ${messages.ownVerify.showsTitle}`);
  expect(text).toContain('`ABCD-EFGH`');
  expect(text).not.toContain('{{');
});
