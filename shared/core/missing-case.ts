import { BugError } from './errors.ts';

/** Ends a `switch` over a union, so that the compiler points here when a member is added and not handled. */
export function missingCase(value: never): never {
  throw new BugError(`Unhandled case: ${JSON.stringify(value)}`);
}
