import { type Annotation, linkKindOf } from '../../shared/annotation/annotation.ts';
import {
  acceptedFrom,
  siftedSuggestions,
  type SuggestionSieve,
  waitingSuggestions,
} from '../../shared/annotation/suggestion.ts';
import { type BenchView, reachableOf, shownOf } from '../workbench/bench-view.ts';
import { type LinkLine, linkLinesOf } from './links/link-lines.ts';
import { selectedOf, type Workbench } from '../workbench/workbench.ts';

const none: readonly Annotation[] = [];
const noLinks: readonly LinkLine[] = [];

/**
 * What of the bench is seen and reached. Each list is the same one as long as nothing changes, so that the stage need
 * not draw it anew.
 */
export class BenchLists {
  readonly reachable = remembered(reachableOf);
  /** The suggestions that wait, as the annotations that they would become. */
  readonly suggested = remembered(({ sieve }: BenchView, { suggestions, annotations, dismissed }: Workbench) =>
    this.#asAnnotations(sieve, suggestions, annotations, dismissed),
  );
  /** What is selected and shown, where that is more than one. */
  readonly selection = remembered((look: BenchView, bench: Workbench) =>
    bench.selectedIds.length > 1 ? this.#shownSelection(look, bench.annotations, bench.selectedIds) : none,
  );
  /** What is shown but for those that are drawn above it. */
  readonly resting = remembered((look: BenchView, all: readonly Annotation[], above: readonly Annotation[]) => {
    const shown = shownOf(look, all);
    if (above.length === 0) return shown;
    const ids = new Set(above.map(({ id }) => id));
    return shown.filter(({ id }) => !ids.has(id));
  });

  /** What is not hidden. */
  readonly shown = remembered(shownOf);
  /** The relations that are shown: with both their ends, which may be on their way. */
  readonly links = remembered(
    (shown: readonly Annotation[], suggested: readonly Annotation[], moving: readonly Annotation[]) =>
      this.#anyLink(shown, suggested) ? linkLinesOf(withMoved(shown, moving), suggested) : noLinks,
  );
  readonly #anyLink = remembered((...all: readonly (readonly Annotation[])[]) =>
    all.some((some) => some.some(({ shape }) => linkKindOf(shape) !== null)),
  );

  readonly #asAnnotations = remembered((sieve: SuggestionSieve, ...all: Parameters<typeof waitingSuggestions>) =>
    siftedSuggestions(waitingSuggestions(...all), sieve).map((one, order) => acceptedFrom(one, order)),
  );
  readonly #shownSelection = remembered(
    (look: BenchView, annotations: Workbench['annotations'], selectedIds: Workbench['selectedIds']) =>
      shownOf(look, selectedOf({ annotations, selectedIds })),
  );
}

/** All of them, those that a hand moves where they are now. */
export function withMoved(all: readonly Annotation[], moving: readonly Annotation[]): readonly Annotation[] {
  if (all.length === 0 || moving.length === 0) return all;
  const now = new Map(moving.map((one) => [one.id, one]));
  return all.map((one) => now.get(one.id) ?? one);
}

/** Gives the last answer again while the arguments are the same ones. */
function remembered<Args extends readonly unknown[], Value>(make: (...args: Args) => Value): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null;
  return (...args) => {
    if (!last || last.args.some((arg, at) => arg !== args[at])) last = { args, value: make(...args) };
    return last.value;
  };
}
