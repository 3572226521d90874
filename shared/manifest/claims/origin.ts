import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import type { ContentEntry, Origins } from '../labour.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { differences } from './recollect.ts';
import { sumByKey } from './sums.ts';

const shape = { labelOrigin: z.strictObject({ hand: countSchema, accepted: countSchema, edited: countSchema }) };

/** Who made the labels: people by hand, or a model, taken as they were or corrected. */
export const origin: Claim<'origin', typeof shape> = {
  id: 'origin',
  shape,
  collect: ({ content }) => ({ labelOrigin: originsOf(content) }),
  check(manifest, { content }) {
    if (!content) return [fault('E_COVERAGE', 'labelOrigin', 'uncountable')];
    return differences({ ...originsOf(content) }, manifest.labelOrigin, 'labelOrigin').map((path) =>
      fault('E_SUM', path, 'notAsLabelled'),
    );
  },
  judge: (): Judgement => ({
    status: 'ASSERTED',
    ...because('basis', 'originCounted'),
  }),
  asserted: [],
};

function originsOf(content: readonly ContentEntry[]): Origins {
  return sumByKey(
    ['hand', 'accepted', 'edited'],
    content.map(({ origins }) => origins),
  );
}
