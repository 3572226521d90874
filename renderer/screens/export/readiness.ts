import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';

/** What must be done before anything can be signed; each has its sentence. */
export type Blocker = 'loading' | 'accepted' | 'keys' | 'preview' | 'amount' | 'formats';

export interface HandOver {
  /** Submissions that were accepted; null while they are being read. */
  readonly accepted: number | null;
  readonly keys: KeyStatus['state'] | null;
  readonly preview: 'loading' | 'refused' | 'ready';
  /** Null while the field holds no amount. */
  readonly sentMinor: number | null;
  readonly formats: number;
}

/** Everything that still stands in the way, in the order of the steps; empty when it can be signed. */
export function blockersOf({ accepted, keys, preview, sentMinor, formats }: HandOver): readonly Blocker[] {
  if (accepted === null || keys === null) return ['loading'];
  const early: Blocker[] = [];
  if (accepted === 0) early.push('accepted');
  if (keys !== 'ready') early.push('keys');
  // The third step is made from the first two; its own gaps mean nothing before.
  if (early.length > 0) return early;
  if (preview === 'loading') return ['loading'];
  if (preview === 'refused') return ['preview'];
  const late: Blocker[] = [];
  if (sentMinor === null) late.push('amount');
  if (formats === 0) late.push('formats');
  return late;
}
