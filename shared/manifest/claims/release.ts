import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { idSchema, sha256Schema } from '../../core/ids.ts';
import { startOfIsoWeek } from '../dates.ts';
import { daySchema, projectRefSchema, toolSchema } from '../statements/fields.ts';
import { type Claim, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  project: projectRefSchema,
  dataset: z.strictObject({ id: idSchema, title: z.string().min(1).max(300), licence: z.string().max(300) }),
  release: z.strictObject({
    /** The dataset's id and the release's number. */
    id: z.string().min(1).max(100),
    seq: z.int().min(1),
    previousManifestSha256: sha256Schema.nullable(),
    releasedAt: daySchema,
  }),
  tool: toolSchema,
};

/** Which release of which dataset this is. Releases form a chain, so that an old one can't pose as the newest. */
export const release: Claim<'release', typeof shape> = {
  id: 'release',
  shape,
  collect: (sources) => ({
    project: sources.project,
    dataset: sources.dataset,
    release: {
      id: `${sources.dataset.id}-r${sources.release.seq}`,
      seq: sources.release.seq,
      previousManifestSha256: sources.release.previousManifestSha256,
      releasedAt: sources.release.releasedAt,
    },
    tool: sources.tool,
  }),
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { id, seq, previousManifestSha256, releasedAt } = manifest.release;
    if (id !== `${manifest.dataset.id}-r${seq}`) {
      findings.push(fault('E_ROLLBACK', 'release/id', 'releaseId'));
    }
    if ((seq === 1) !== (previousManifestSha256 === null)) {
      findings.push(fault('E_ROLLBACK', 'release/previousManifestSha256', 'firstRelease'));
    }
    if (manifest.period && releasedAt < dayOfWeekStart(manifest.period.toWeek)) {
      findings.push(fault('E_TIME_BOUND', 'release/releasedAt', 'releasedBeforeWork'));
    }
    findings.push(...againstPrevious(manifest, evidence.previous));
    findings.push(...recollected({ claim: release, manifest, evidence, code: 'E_REPLAY' }));
    return findings;
  },
  judge: (manifest, { previous }) =>
    previous
      ? { status: 'VERIFIED', ...because('basis', 'releaseFollows') }
      : {
          status: 'ASSERTED',
          ...because('basis', 'releaseStated', { seq: manifest.release.seq }),
        },
  asserted: ['dataset/title', 'dataset/licence', 'release/releasedAt', 'tool'],
};

function againstPrevious(
  manifest: Parameters<typeof release.check>[0],
  previous: Parameters<typeof release.check>[1]['previous'],
): readonly VerificationFinding[] {
  if (!previous) return [];
  const findings: VerificationFinding[] = [];
  const before = previous.manifest;
  if (before.dataset.id !== manifest.dataset.id || before.project.id !== manifest.project.id) {
    findings.push(fault('E_REPLAY', 'dataset/id', 'otherDataset'));
  }
  if (manifest.release.seq <= before.release.seq) {
    findings.push(fault('E_ROLLBACK', 'release/seq', 'notNewer'));
  }
  const isNext = manifest.release.seq === before.release.seq + 1;
  if (isNext && manifest.release.previousManifestSha256 !== previous.payloadSha256) {
    findings.push(fault('E_ROLLBACK', 'release/previousManifestSha256', 'notNext'));
  }
  if (manifest.workers.enrolled < before.workers.enrolled) {
    findings.push(fault('E_OMISSION', 'workers/enrolled', 'fewerEnrolled'));
  }
  return findings;
}

function dayOfWeekStart(week: string): string {
  const start = startOfIsoWeek(week);
  return Number.isFinite(start) ? new Date(start).toISOString().slice(0, 10) : '';
}
