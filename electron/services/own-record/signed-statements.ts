import { z } from 'zod';
import { sha256Schema } from '../../../shared/core/ids.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import type { JsonFile } from '../json-file.ts';

/** The newest signed statement of each stretch of time, by digest of its payload: a new version names it. */
export const signedStatementsSchema = z.record(z.string().max(40), sha256Schema);
export type SignedStatements = z.infer<typeof signedStatementsSchema>;

export function lastSigned(file: JsonFile<SignedStatements>, range: TimeRange): string | null {
  return file.read()[keyOf(range)] ?? null;
}

export async function noteSigned(file: JsonFile<SignedStatements>, range: TimeRange, sha256: string): Promise<void> {
  await file.change((signed) => ({ ...signed, [keyOf(range)]: sha256 }));
}

function keyOf({ fromMs, toMs }: TimeRange): string {
  return `${fromMs}-${toMs}`;
}
