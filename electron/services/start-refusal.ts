import type { ErrorCode } from '../../shared/core/error-codes.ts';
import type { Messages } from '../../shared/i18n/locale.ts';

/** Why Fairmark does not start, for a box of the system: there is no window without a record. */
export interface StartRefusal {
  readonly title: string;
  readonly text: string;
  readonly close: string;
}

/** Says in the worker's language why their record cannot be opened, what to do next, and where it lies. */
export function startRefusalOf({ start, common }: Messages, code: ErrorCode, folder: string): StartRefusal {
  const { title, untouched, folder: place, other, reason } = start;
  const known = Object.entries(reason).find(([name]) => name === code);
  const text = [known?.[1] ?? other, untouched, place.replace('{{folder}}', () => folder)].join('\n\n');
  return { title, text, close: common.close };
}
