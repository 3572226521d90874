import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { SuggestionSieve } from '../../shared/annotation/suggestion.ts';
import { missingCase } from '../../shared/core/missing-case.ts';

/** How bright, contrasted and coloured the picture is shown, in per cent; 100 is as it is. */
export interface Adjustment {
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
}

/** What can be switched on and off. */
export type Toggle = 'crosshair' | 'snapping' | 'labels' | 'navigator' | 'invisibles';

/**
 * How the bench is looked at: nothing of it is stored, handed in or undone. It stays from task to task as long as the
 * window lives; ids of annotations never meet in two tasks.
 */
export interface BenchView extends Readonly<Record<Toggle, boolean>> {
  readonly hiddenIds: ReadonlySet<string>;
  readonly lockedIds: ReadonlySet<string>;
  readonly hiddenClasses: ReadonlySet<string>;
  readonly lockedClasses: ReadonlySet<string>;
  /** Of the annotations over the picture, 0.1-1. */
  readonly opacity: number;
  readonly adjustment: Adjustment;
  /** Which suggestions are shown, and in which order they come up. */
  readonly sieve: SuggestionSieve;
}

export type BenchViewEvent =
  /** All of them change together: if any is shown (or free), all get hidden (or locked). */
  | { readonly type: 'hidden' | 'locked'; readonly ids: readonly string[] }
  | { readonly type: 'class hidden' | 'class locked'; readonly classId: string }
  | { readonly type: 'all shown' | 'all free' }
  | { readonly type: 'toggled'; readonly what: Toggle }
  | { readonly type: 'opacity'; readonly value: number }
  | { readonly type: 'adjusted'; readonly change: Partial<Adjustment> }
  | { readonly type: 'sifted'; readonly change: Partial<SuggestionSieve> };

export const plainAdjustment: Adjustment = { brightness: 100, contrast: 100, saturation: 100 };

const none: ReadonlySet<string> = new Set();

export const firstBenchView: BenchView = {
  hiddenIds: none,
  lockedIds: none,
  hiddenClasses: none,
  lockedClasses: none,
  opacity: 1,
  crosshair: true,
  snapping: false,
  labels: true,
  navigator: false,
  invisibles: false,
  adjustment: plainAdjustment,
  sieve: { order: 'given', leastScore: 0 },
};

/** The view after something was asked of it. Pure. */
export function reduceBenchView(view: BenchView, event: BenchViewEvent): BenchView {
  switch (event.type) {
    case 'hidden':
      return { ...view, hiddenIds: flipped(view.hiddenIds, event.ids) };
    case 'locked':
      return { ...view, lockedIds: flipped(view.lockedIds, event.ids) };
    case 'class hidden':
      return { ...view, hiddenClasses: flipped(view.hiddenClasses, [event.classId]) };
    case 'class locked':
      return { ...view, lockedClasses: flipped(view.lockedClasses, [event.classId]) };
    case 'all shown':
      return { ...view, hiddenIds: none, hiddenClasses: none };
    case 'all free':
      return { ...view, lockedIds: none, lockedClasses: none };
    case 'toggled':
      return { ...view, [event.what]: !view[event.what] };
    case 'opacity':
      return { ...view, opacity: Math.min(Math.max(event.value, 0.1), 1) };
    case 'adjusted':
      return { ...view, adjustment: { ...view.adjustment, ...event.change } };
    case 'sifted':
      return { ...view, sieve: { ...view.sieve, ...event.change } };
    default:
      return missingCase(event);
  }
}

export function isHidden(view: BenchView, { id, classId }: Annotation): boolean {
  return view.hiddenIds.has(id) || view.hiddenClasses.has(classId);
}

export function isLocked(view: BenchView, { id, classId }: Annotation): boolean {
  return view.lockedIds.has(id) || view.lockedClasses.has(classId);
}

/** Those that are shown; the list itself while nothing is hidden, so that it need not be drawn anew. */
export function shownOf(view: BenchView, annotations: readonly Annotation[]): readonly Annotation[] {
  if (view.hiddenIds.size === 0 && view.hiddenClasses.size === 0) return annotations;
  return annotations.filter((one) => !isHidden(view, one));
}

/** Those that a hand may reach: shown and not locked. */
export function reachableOf(view: BenchView, annotations: readonly Annotation[]): readonly Annotation[] {
  const shown = shownOf(view, annotations);
  if (view.lockedIds.size === 0 && view.lockedClasses.size === 0) return shown;
  return shown.filter((one) => !isLocked(view, one));
}

/** As a CSS filter; `none` when the picture is shown as it is. */
export function filterOf({ brightness, contrast, saturation }: Adjustment): string {
  const parts = [
    brightness === 100 ? '' : `brightness(${brightness}%)`,
    contrast === 100 ? '' : `contrast(${contrast}%)`,
    saturation === 100 ? '' : `saturate(${saturation}%)`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'none' : parts.join(' ');
}

function flipped(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const all = ids.every((id) => set.has(id));
  const next = new Set(set);
  for (const id of ids) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return next;
}
