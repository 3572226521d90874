import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ErrorCode } from '../../shared/core/error-codes.ts';
import { AppError } from '../../shared/core/errors.ts';

/** SQLite's extended result code (`SQLITE_IOERR_WRITE`, ...) of an error, or an empty string. */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return '';
  return error.code.startsWith('SQLITE_') ? error.code : '';
}

/** The refusal that a failing disk stands for; null when the error has another reason. */
export function diskRefusal(error: unknown): ErrorCode | null {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return 'DISK_FULL';
  if (code.startsWith('SQLITE_READONLY')) return 'DISK_READ_ONLY';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return 'DISK_FAILED';
  return null;
}

/**
 * Runs `act`; a failing disk becomes `DISK_FULL`, `DISK_READ_ONLY` or `DISK_FAILED`, everything else passes as it is.
 *
 * SQLite cannot make its journal in a folder without write permission and calls that "cannot open": with `path` given
 * the folder is asked, so that people read the true reason.
 */
export function refusingDiskErrors<Value>(act: () => Value, path?: string): Value {
  try {
    return act();
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal === null) throw error;
    const readOnly = refusal === 'DISK_FAILED' && path !== undefined && !isWritable(dirname(realPath(path)));
    throw new AppError(readOnly ? 'DISK_READ_ONLY' : refusal, { sqlite: sqliteCode(error) }, { cause: error });
  }
}

/** Where a file lies that may be reached over links; the path itself if that cannot be told. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether this process may write a file or folder. Asks without opening it; true if it is not there at all. */
export function isWritable(path: string): boolean {
  if (!existsSync(path)) return true;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
