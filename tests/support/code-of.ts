import { AppError } from '../../shared/core/errors.ts';

/** The code with which `act` refuses; null when it does not, and anything but a refusal is thrown on. */
export function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** As `codeOf`, for what answers later. */
export async function codeOfAsync(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
