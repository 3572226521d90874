import type { ErrorCode } from '../../../shared/core/error-codes.ts';
import { AppError } from '../../../shared/core/errors.ts';

const refusals: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EROFS: 'DISK_READ_ONLY',
  EACCES: 'DISK_READ_ONLY',
  EPERM: 'DISK_READ_ONLY',
  EIO: 'DISK_FAILED',
};

/** Runs `act`; what a disk cannot do becomes DISK_FULL, DISK_READ_ONLY or DISK_FAILED, everything else passes as it is. */
export async function refusingDiskErrors<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    const errno = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const refusal = refusals[errno];
    if (!refusal || error instanceof AppError) throw error;
    throw new AppError(refusal, { errno }, { cause: error });
  }
}
