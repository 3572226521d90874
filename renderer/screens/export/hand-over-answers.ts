import type { Input } from '../../../shared/ipc/contract.ts';

export type Receipt = Input<'export.run'>['receipt'];

/** What people answer in the third step. */
export interface Answers {
  /** The amount as typed; null until somebody types: then what is due stands in the field. */
  readonly sent: string | null;
  readonly receipt: Receipt;
  /** The worker's consent to publish their own statements. */
  readonly publishRows: boolean;
  /** What the worker wants said beside their signature; empty if nothing. */
  readonly protest: string;
  /** Ids of the chosen formats; null until somebody chooses: then all of them. */
  readonly formats: readonly string[] | null;
}

export const noAnswers: Answers = {
  sent: null,
  receipt: 'no-response',
  publishRows: false,
  protest: '',
  formats: null,
};
