import type { z } from 'zod';
import { because, type DetailsArgument, type FieldProblem, type ReasonOf } from '../i18n/reason.ts';
import type { Loss, LossCode, ReadCode, ReadFinding } from './format.ts';

/** Something found while reading. */
export function found<Reason extends ReasonOf<'read'>>(
  code: ReadCode,
  path: string,
  reason: Reason,
  ...details: DetailsArgument<'read', Reason>
): ReadFinding {
  return { code, path, ...because('read', reason, ...details) };
}

/** Something that a format cannot carry. `aside` is what `Loss` says of it. */
export function lost<Reason extends ReasonOf<'loss'>>(
  code: LossCode,
  { path, aside }: { readonly path: string; readonly aside?: string | undefined },
  reason: Reason,
  ...details: DetailsArgument<'loss', Reason>
): Loss {
  return { code, path, ...because('loss', reason, ...details), ...(aside === undefined ? {} : { aside }) };
}

/** What a schema found wrong with a field, in our own words: those of the schema are English alone. */
export function fieldProblem(issue: z.core.$ZodIssue | undefined): FieldProblem {
  switch (issue?.code) {
    case 'too_small':
      return 'small';
    case 'too_big':
      return 'large';
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_type':
      return 'form';
    case 'invalid_value':
      return 'value';
    case 'unrecognized_keys':
      return 'unknown';
    default:
      return 'other';
  }
}
