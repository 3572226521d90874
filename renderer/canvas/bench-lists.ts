import { type Annotation, linkKindOf } from '../../shared/annotation/annotation.ts';
import type { LinkEnds } from '../../shared/annotation/kind.ts';
import {
  acceptedFrom,
  siftedSuggestions,
  type Suggestion,
  type SuggestionSieve,
  waitingSuggestions,
} from '../../shared/annotation/suggestion.ts';
import { type BenchView, reachableOf, shownOf } from '../workbench/bench-view.ts';
import { linkInputs, type LinkLine, linkLinesOf } from './links/link-lines.ts';
import { selectedOf } from '../workbench/bench-selection.ts';
import type { Workbench } from '../workbench/workbench.ts';

const none: readonly Annotation[] = [];
type Lines = readonly LinkLine[];
const noLinks: Lines = [];

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
  /** The relations that are shown, with both their ends, but for those whose ends are on their way. */
  links(shown: readonly Annotation[], suggested: readonly Annotation[], moving: readonly Annotation[]): Lines {
    if (!this.#anyLink(shown, suggested)) return noLinks;
    return this.#restingLinks(shown, suggested, moving.map(({ id }) => id).join(' '));
  }
  /** Those whose ends a hand moves, where they are now. */
  movingLinks(shown: readonly Annotation[], suggested: readonly Annotation[], moving: readonly Annotation[]): Lines {
    if (moving.length === 0 || !this.#anyLink(shown, suggested)) return noLinks;
    const moved = new Map(moving.map((one) => [one.id, one]));
    return linkLinesOf(shown, suggested, { only: ({ from, to }) => moved.has(from) || moved.has(to), moved });
  }
  #lastLinks: { readonly inputs: ReturnType<typeof linkInputs>; readonly lines: Lines } = {
    inputs: [],
    lines: noLinks,
  };
  readonly #restingLinks = remembered(
    (shown: readonly Annotation[], suggested: readonly Annotation[], movingIds: string) => {
      const moving = new Set(movingIds === '' ? [] : movingIds.split(' '));
      const only = ({ from, to }: LinkEnds): boolean => !moving.has(from) && !moving.has(to);
      // an edit of something else leaves the curves as they are drawn
      const inputs = linkInputs(shown, suggested, only);
      const last = this.#lastLinks;
      if (last.inputs.length === inputs.length && inputs.every((one, at) => one === last.inputs[at])) return last.lines;
      this.#lastLinks = { inputs, lines: linkLinesOf(shown, suggested, { only }) };
      return this.#lastLinks.lines;
    },
  );
  readonly #anyLink = remembered((...all: readonly (readonly Annotation[])[]) =>
    all.some((some) => some.some(({ shape }) => linkKindOf(shape) !== null)),
  );

  /** The same list again while the same suggestions wait, whatever else changes. */
  #asLast(waiting: readonly Suggestion[]): readonly Annotation[] {
    const last = this.#lastWaiting;
    const same = last.waiting.length === waiting.length && waiting.every((one, at) => one === last.waiting[at]);
    if (same) return last.as;
    this.#lastWaiting = { waiting, as: waiting.map((one, order) => acceptedFrom(one, order)) };
    return this.#lastWaiting.as;
  }
  #lastWaiting: { readonly waiting: readonly Suggestion[]; readonly as: readonly Annotation[] } = {
    waiting: [],
    as: none,
  };
  readonly #asAnnotations = remembered((sieve: SuggestionSieve, ...all: Parameters<typeof waitingSuggestions>) =>
    this.#asLast(siftedSuggestions(waitingSuggestions(...all), sieve)),
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
