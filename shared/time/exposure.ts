import type { ExposureNote, JournalRecord } from './journal-record.ts';
import type { TimeRange } from './time-range.ts';

/** A note of what was shown of flagged content, at its place in the journal. */
export type ExposureRecord = Extract<JournalRecord, { readonly kind: 'exposure' }>;

/** A note of nothing, to be filled in. */
export const NOTHING_SEEN: ExposureNote = {
  flaggedItems: 0,
  openMs: 0,
  unveiledMs: 0,
  lensReveals: 0,
  fullReveals: 0,
  undisclosedHazards: 0,
};

export function isExposure(record: JournalRecord): record is ExposureRecord {
  return record.kind === 'exposure';
}

/** Adds up what was noted in a range of wall time, of one project or of all. */
export function exposureWithin(records: readonly ExposureRecord[], range: TimeRange, projectId?: string): ExposureNote {
  const sum = { flaggedItems: 0, openMs: 0, unveiledMs: 0, lensReveals: 0, fullReveals: 0, undisclosedHazards: 0 };
  for (const { wallMs, projectId: of, body } of records) {
    if (wallMs < range.fromMs || wallMs >= range.toMs || (projectId !== undefined && of !== projectId)) continue;
    sum.flaggedItems += body.flaggedItems;
    sum.openMs += body.openMs;
    sum.unveiledMs += body.unveiledMs;
    sum.lensReveals += body.lensReveals;
    sum.fullReveals += body.fullReveals;
    sum.undisclosedHazards += body.undisclosedHazards;
  }
  return sum;
}
