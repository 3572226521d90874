import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { type Claim, type Judgement, fault } from './claim.ts';

const shape = {
  completeness: z.strictObject({
    unpaidTimeIncluded: z.boolean(),
    allEnrolledAccounted: z.boolean(),
    allRejectionsIncluded: z.boolean(),
  }),
};

/** The requester's word that nothing was left out. A manifest that admits an omission says so and fails here. */
export const completeness: Claim<'completeness', typeof shape> = {
  id: 'completeness',
  shape,
  collect: () => ({
    completeness: { unpaidTimeIncluded: true, allEnrolledAccounted: true, allRejectionsIncluded: true },
  }),
  check: ({ completeness: said }) =>
    (['unpaidTimeIncluded', 'allEnrolledAccounted', 'allRejectionsIncluded'] as const)
      .filter((part) => !said[part])
      .map((part) => fault('E_OMISSION', `completeness/${part}`, 'omissionAdmitted')),
  judge: (): Judgement => ({
    status: 'ASSERTED',
    ...because('basis', 'completenessStated'),
  }),
  asserted: [],
};
