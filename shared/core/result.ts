import type { ErrorCode } from './error-codes.ts';
import type { ErrorDetails } from './errors.ts';

/** What crosses the bridge: a value, or a refusal by code. Nothing is ever thrown across it. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly details: ErrorDetails } };
