import { fingerprintOf } from '../encoding/public-key.ts';
import type { VerificationSummary } from '../report.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';

/** The signed figures for people. */
export function summaryOf(manifest: DatasetManifest): VerificationSummary {
  const { workers, items, pay } = manifest;
  const requester = manifest.roles.find(({ role }) => role === 'requester');
  return {
    projectName: manifest.project.name,
    datasetTitle: manifest.dataset.title,
    fromWeek: manifest.period?.fromWeek ?? null,
    toWeek: manifest.period?.toWeek ?? null,
    requesterFingerprint: fingerprintOf(requester?.keyId ?? '') ?? '',
    workers: { enrolled: workers.enrolled, included: workers.included, disputed: workers.disputed },
    items: {
      inDataset: items.inDataset,
      submitted: items.submitted,
      accepted: items.accepted,
      rejected: items.rejected,
    },
    annotations: manifest.coverage.annotationsInDataset,
    durationsMs: manifest.durationsMs,
    totalMs: manifest.totalMs,
    undeterminedMs: manifest.undeterminedMs,
    outageMs: manifest.outageMs,
    timeWithheldBy: manifest.timeWithheldBy,
    pay: { ...pay, acknowledgedBp: manifest.payAcknowledgedBp },
    effectiveHourlyMinor: manifest.effectiveHourlyMinor.pooled,
    taskTimeOnlyHourlyMinor: manifest.effectiveHourlyMinor.taskTimeOnlyPooled,
    labelOrigin: manifest.labelOrigin,
  };
}
