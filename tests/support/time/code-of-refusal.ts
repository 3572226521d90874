import { AppError } from '../../../shared/core/errors.ts';

/** The code of a refusal; anything else is a fault of the test or the product and passes on. */
export function codeOfRefusal(error: unknown): string {
  if (error instanceof AppError) return error.code;
  throw error;
}
