import type { ContentFlagger } from '../flagger.ts';

/** Flags that a requester set or that came with the data. */
export const given: ContentFlagger = {
  name: 'given',
  flag: (input) => input.given,
};
