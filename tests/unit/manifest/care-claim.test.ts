import { rm } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyFolder } from '../../../electron/services/verify/verify-folder.ts';
import type { ExportFacts } from '../../../shared/manifest/facts.ts';
import { commonCare, isKept, noCare, type ProjectCare, tightenedCare } from '../../../shared/project/care.ts';
import { composeSample } from './support/compose-sample.ts';
import { requesterKey } from './support/make-facts.ts';
import { makePackage } from './support/make-package.ts';
import { Attacker } from './support/tamper.ts';

const gore = { category: 'gore', severity: 2, shareBp: 500 } as const;
const hate = { category: 'hate', severity: 3, shareBp: 100 } as const;

async function careOf(change: (facts: ExportFacts) => ExportFacts) {
  const { labour } = await composeSample(2, change);
  return labour.manifest.statement.predicate.care;
}

describe('what workers were told', () => {
  test('before they began is what each of them was, and the weakest of it', async () => {
    expect(await careOf((facts) => facts)).toEqual({
      before: { disclosed: [gore], limits: { restGateMinutes: 60, dayGateHours: 8 } },
      atRelease: {
        disclosed: [
          { ...gore, severity: 3 },
          { category: 'violence', severity: 1, shareBp: 100 },
        ],
        limits: { restGateMinutes: 55, dayGateHours: 8, flaggedDayMinutes: 60 },
      },
      undisclosedHazards: 1,
    });
  });

  test('is not claimed when it was not kept of one of them', async () => {
    const care = await careOf((facts) => ({
      ...facts,
      workers: facts.workers.map((worker, index) => (index === 1 ? { ...worker, toldBefore: null } : worker)),
    }));
    expect(care?.before).toBeNull();
  });

  test('hazards are kept back by those who keep their time to themselves', async () => {
    const care = await careOf((facts) => ({
      ...facts,
      workers: facts.workers.map((worker) => ({ ...worker, work: { ...worker.work, detail: 'none' as const } })),
    }));
    expect(care?.undisclosedHazards).toBeNull();
  });

  test('is a claim that fails when a requester says less at the release than to the workers', async () => {
    const take = (facts: ExportFacts): ExportFacts => ({ ...facts, care: noCare });
    const made = await makePackage({ workers: 1, change: take });
    onTestFinished(() => rm(made.around, { recursive: true }));
    const report = await verifyFolder({ folder: made.dir });
    expect(report.claims.find(({ id }) => id === 'care')).toMatchObject({ status: 'FAILED' });
  });

  test.each([
    ['is not told by packages of before, which verify', false],
    ['cannot be left out where the workers signed it', true],
  ])('%s', async (_what, isSigned) => {
    const change = (facts: ExportFacts): ExportFacts => ({
      ...facts,
      workers: facts.workers.map((worker) => (isSigned ? worker : { ...worker, toldBefore: null })),
    });
    const made = await makePackage({ workers: 1, change });
    onTestFinished(() => rm(made.around, { recursive: true }));
    const attacker = new Attacker(made.dir);
    await attacker.resign([requesterKey], ({ predicate }) => delete predicate.care);
    await attacker.bagAgain();
    const report = await verifyFolder({ folder: made.dir });
    const claim = report.claims.find(({ id }) => id === 'care');
    expect([claim?.status, claim?.findings.map(({ code }) => code)]).toEqual(
      isSigned ? ['FAILED', ['E_OMISSION']] : ['ASSERTED', []],
    );
    expect(report.ok).toBe(!isSigned);
  });
});

test.each<readonly [string, ProjectCare, ProjectCare, boolean]>([
  ['nothing', noCare, { disclosed: [gore], limits: {} }, true],
  [
    'the same',
    { disclosed: [gore], limits: { dayGateHours: 8 } },
    { disclosed: [gore], limits: { dayGateHours: 8 } },
    true,
  ],
  ['less severe', { disclosed: [gore], limits: {} }, { disclosed: [{ ...gore, severity: 1 }], limits: {} }, false],
  ['another category', { disclosed: [gore], limits: {} }, { disclosed: [hate], limits: {} }, false],
  [
    'a looser limit',
    { disclosed: [], limits: { dayGateHours: 8 } },
    { disclosed: [], limits: { dayGateHours: 9 } },
    false,
  ],
  [
    'a shorter rest',
    { disclosed: [], limits: { restLengthMinutes: 10 } },
    { disclosed: [], limits: { restLengthMinutes: 5 } },
    false,
  ],
  ['no limit', { disclosed: [], limits: { dayGateHours: 8 } }, noCare, false],
])('what was said is kept or not: %s', (_what, before, since, kept) => {
  expect(isKept(before, since)).toBe(kept);
  expect(isKept(before, tightenedCare(before, since))).toBe(true);
  // what two have in common is kept by both
  const common = commonCare([before, since]);
  expect([isKept(common, before), isKept(common, since)]).toEqual([true, true]);
});
