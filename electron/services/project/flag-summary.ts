import type { Flag } from '../../../shared/content/flag.ts';
import type { FlagSummary } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';

const WHOLE_BP = 10_000;

/**
 * What may be said of a flagged item before it is looked at: categories, the highest severity, and the share of the
 * item that is flagged. Null without flags. Overlapping regions are counted twice, up to the whole: the share may
 * warn of too much, never of too little.
 *
 * @param textLength code points of a text; 0 for images.
 */
export function flagSummary(item: Item, flags: readonly Flag[], textLength: number): FlagSummary | null {
  if (flags.length === 0) return null;
  const share = flags.reduce((sum, flag) => sum + shareBp(item, flag, textLength), 0);
  return {
    categories: [...new Set(flags.map(({ category }) => category))].toSorted(),
    severity: Math.max(...flags.map(({ severity }) => severity)),
    shareBp: Math.min(WHOLE_BP, share),
    origins: [...new Set(flags.map(({ origin }) => origin))].toSorted(),
  };
}

function shareBp(item: Item, { extent }: Flag, textLength: number): number {
  switch (extent.of) {
    case 'item':
      return WHOLE_BP;
    case 'region': {
      const area = (item.width ?? 0) * (item.height ?? 0);
      return area === 0 ? WHOLE_BP : Math.ceil((WHOLE_BP * extent.width * extent.height) / area);
    }
    case 'range':
      return textLength === 0 ? WHOLE_BP : Math.ceil((WHOLE_BP * (extent.end - extent.start)) / textLength);
  }
}
