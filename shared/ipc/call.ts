import type { z } from 'zod';

/** One call of the contract: both ends parse both directions, so neither trusts the other's types. */
export interface CallSpec<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

/** Names a call's schemas; only there so that their types are kept. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): CallSpec<Input, Output> {
  return { input, output };
}
