import { useMemo, useState } from 'react';
import type { FlagCategory } from '../../shared/content/flag.ts';
import { HIDDEN_BAR } from '../../shared/content/hidden-words.ts';
import type { TextView } from '../../shared/ipc/views.ts';
import { useMessages } from '../app/messages.ts';
import { useSession } from '../app/use-session.ts';
import { type RevealControl, type RevealOf, useReveal } from '../wellbeing/use-reveal.ts';
import type { UnveiledWords } from './shown-text.ts';

export interface Bars {
  readonly control: RevealControl;
  /** The bar that keys and the hand are at. */
  readonly bar: number | null;
  /** What each bar hides, in a word; screen readers say it. */
  readonly names: readonly string[];
  readonly unveiled: UnveiledWords | null;
  /** One press shows and another one hides, instead of holding. */
  readonly byToggle: boolean;
  /** Goes to a bar; whatever is looked at is hidden. */
  goTo(bar: number | null): void;
  /** A button went down on a bar: its words are shown once it is held. */
  hold(bar: number): void;
}

/** Shorter is a click, which only goes to the bar: nothing is shown by a slip of the hand. */
const HOLD_MS = 200;

/** The hidden passages of the open text, and looking at one of them. */
export function useBars(of: RevealOf, item: TextView | null): Bars {
  const { say, format } = useMessages();
  const byToggle = useSession((session) => session.settings.revealByToggle);
  const [chosen, setBar] = useState<number | null>(null);
  const bars = item?.bars;
  const count = bars?.length ?? 0;
  // a text that is hidden whole needs no choosing
  const isWhole = item?.text === HIDDEN_BAR && count === 1;
  const bar = isWhole ? 0 : chosen !== null && chosen < count ? chosen : null;
  const control = useReveal(of, bar);
  const names = useMemo(
    () =>
      (bars ?? []).map(({ categories }) => {
        const words = (category: FlagCategory) => say(`flag.category.${category}`);
        return categories.length === 0
          ? say('text.hiddenBar')
          : say('text.hiddenAs', { category: format.list(categories.map(words)) });
      }),
    [bars, say, format],
  );
  const words = control.unveiled && 'words' in control.unveiled ? control.unveiled.words : null;
  const unveiled = useMemo(() => (words !== null && bar !== null ? { bar, words } : null), [words, bar]);

  function goTo(next: number | null): void {
    if (next !== bar) control.hide();
    setBar(next);
  }

  function hold(next: number): void {
    goTo(next);
    if (byToggle) return control.press();
    const over = new AbortController();
    const timer = setTimeout(() => control.press(), HOLD_MS);
    const release = () => {
      clearTimeout(timer);
      over.abort();
      control.release();
    };
    // The words take the bar's place while they are shown, so the window hears the button go up.
    for (const type of ['pointerup', 'pointercancel', 'blur'] as const) {
      window.addEventListener(type, release, { signal: over.signal });
    }
  }

  return { control, bar, names, unveiled, byToggle, goTo, hold };
}
