import type { Flag } from './flag.ts';
import type { FlaggerInput } from './flagger.ts';
import * as flaggers from './flaggers/all.ts';

/** What may reach a window: nothing yet, the item itself, or only its derivative. */
export type Visibility = 'hidden' | 'shown' | 'derivative';

/** All flags of an item, by every flagger. */
export function flagsOf(input: FlaggerInput): readonly Flag[] {
  return Object.values(flaggers)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((flagger) => flagger.flag(input));
}

/** Fails closed (wellbeing.md, "Blur and reveal", 1): flags not known yet hide the item like a flag does. */
export function visibilityOf(flags: readonly Flag[] | null): Visibility {
  if (flags === null) return 'hidden';
  return flags.length === 0 ? 'shown' : 'derivative';
}
