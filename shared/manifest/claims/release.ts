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
      findings.push(fault('E_ROLLBACK', 'release/id', 'does not follow from dataset and number'));
    }
    if ((seq === 1) !== (previousManifestSha256 === null)) {
      findings.push(
        fault('E_ROLLBACK', 'release/previousManifestSha256', 'only the first release has no release before it'),
      );
    }
    if (manifest.period && releasedAt < dayOfWeekStart(manifest.period.toWeek)) {
      findings.push(fault('E_TIME_BOUND', 'release/releasedAt', 'lies before the work it reports'));
    }
    findings.push(...againstPrevious(manifest, evidence.previous));
    findings.push(...recollected({ claim: release, manifest, evidence, code: 'E_REPLAY' }));
    return findings;
  },
  judge: (manifest, { previous }) =>
    previous
      ? { status: 'VERIFIED', basis: 'It follows the earlier release that you hold.' }
      : {
          status: 'ASSERTED',
          basis: `The requester says that this is release ${manifest.release.seq}. Whether a newer one exists, no package can tell.`,
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
    findings.push(fault('E_REPLAY', 'dataset/id', 'is not the dataset of the release you hold'));
  }
  if (manifest.release.seq <= before.release.seq) {
    findings.push(fault('E_ROLLBACK', 'release/seq', 'is not newer than the release you hold'));
  }
  const isNext = manifest.release.seq === before.release.seq + 1;
  if (isNext && manifest.release.previousManifestSha256 !== previous.payloadSha256) {
    findings.push(fault('E_ROLLBACK', 'release/previousManifestSha256', 'does not name the release you hold'));
  }
  if (manifest.workers.enrolled < before.workers.enrolled) {
    findings.push(fault('E_OMISSION', 'workers/enrolled', 'is lower than in the release you hold'));
  }
  return findings;
}

function dayOfWeekStart(week: string): string {
  const start = startOfIsoWeek(week);
  return Number.isFinite(start) ? new Date(start).toISOString().slice(0, 10) : '';
}
