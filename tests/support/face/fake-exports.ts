import { AppError } from '../../../shared/core/errors.ts';
import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/dispatch.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { claimIds } from '../../../shared/manifest/report.ts';

type Exports = Pick<
  Handlers,
  | 'keys.status'
  | 'keys.create'
  | 'keys.unlock'
  | 'keys.lock'
  | 'export.preview'
  | 'export.run'
  | 'verify.choose'
  | 'verify.run'
>;

/** Keys, export and verification, with a report in which something of each status stands. */
export function fakeExports(start: KeyStatus['state'], submissions: () => readonly SubmissionCard[]): Exports {
  let state = start;
  const status = (): KeyStatus => ({
    state,
    guard: 'passphrase',
    fingerprints:
      state === 'ready'
        ? { worker: 'k7qd 2m4x v0ta 9rwe 61hz p3cf ybnu 85sj', requester: 'a1c9 xk2m 7vqe r0pd t4hw zs6b 3fyn uj58' }
        : null,
  });
  const set = (next: KeyStatus['state']) => {
    state = next;
    return status();
  };
  return {
    'keys.status': status,
    'keys.create': ({ passphrase }) => {
      if (passphrase.length < 12) throw new AppError('PASSPHRASE_TOO_SHORT');
      return set('ready');
    },
    'keys.unlock': ({ passphrase }) => {
      if (passphrase !== 'correct horse battery') throw new AppError('PASSPHRASE_WRONG');
      return set('ready');
    },
    'keys.lock': () => set('locked'),
    'export.preview': () => {
      const count = (verdict: string) => submissions().filter((one) => one.verdict === verdict).length;
      return {
        submissions: { accepted: count('accepted'), pending: count('pending'), rejected: count('rejected') },
        currency: 'USD',
        dueMinor: 72,
        workMs: 8_040_000,
        statement: JSON.stringify({
          _type: 'https://in-toto.io/Statement/v1',
          predicate: { durationsMs: { search: 720000, task: 5820000 }, totalMs: 8040000, undeterminedMs: 300000 },
          predicateType: 'urn:fairmark:work-statement:v0.1',
          subject: [{ digest: { sha256: '9b5e0f0c'.repeat(8) }, name: 'annotations' }],
        }),
        recognisable: true,
        formats: [
          { id: 'coco', title: 'COCO' },
          { id: 'spans-jsonl', title: 'Spans (JSON Lines)' },
        ],
      };
    },
    'export.run': () => ({
      dir: '/home/w/Fairmark/sample-project/exports/2026-07-14-1',
      files: 17,
      losses: [
        { code: 'TEXT_NOT_CARRIED', path: 'items/text-en', message: 'COCO carries images only; 1 text was left out.' },
      ],
      verification: report(true),
    }),
    'verify.choose': () => ({ path: '/home/w/Fairmark/sample-project/exports/2026-07-14-1' }),
    'verify.run': ({ path }) => {
      if (path.includes('nothing')) throw new AppError('PACKAGE_NOT_A_BAG');
      return report(!path.includes('bad'));
    },
  };
}

function report(ok: boolean): Output<'verify.run'> {
  const finding = {
    code: 'E_SUBJECT' as const,
    path: 'data/coco/annotations.json',
    message: 'The file differs from the signed digest.',
  };
  return {
    ok,
    claims: claimIds.map((id) => ({
      id,
      status:
        !ok && id === 'files'
          ? 'FAILED'
          : id === 'terms' || id === 'items'
            ? 'ASSERTED'
            : id === 'exposure'
              ? 'DISPUTED'
              : 'VERIFIED',
      basis: 'Recomputed from the bytes in the package.',
      findings: !ok && id === 'files' ? [finding] : [],
    })),
    findings: ok ? [] : [finding],
    summary: {
      projectName: 'Old photographs and human rights',
      datasetTitle: 'Old photographs and human rights',
      fromWeek: '2026-W28',
      toWeek: '2026-W29',
      requesterFingerprint: 'a1c9 xk2m 7vqe r0pd t4hw zs6b 3fyn uj58',
      workers: { enrolled: 1, included: 1, disputed: 0 },
      items: { inDataset: 6, submitted: 8, accepted: 6, rejected: 1 },
      annotations: 41,
      durationsMs: { search: 720_000, task: 5_820_000, 'break.rest': 600_000, queue: 360_000, onboarding: 540_000 },
      totalMs: 8_040_000,
      undeterminedMs: 300_000,
      outageMs: 0,
      pay: { currency: 'USD', grossMinor: 435, feesMinor: 0, netMinor: 435, acknowledgedBp: 10_000 },
      effectiveHourlyMinor: 194,
      taskTimeOnlyHourlyMinor: 269,
      labelOrigin: { hand: 41, accepted: 0, edited: 0 },
    },
  };
}
