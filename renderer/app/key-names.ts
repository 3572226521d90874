import { useEffect, useState } from 'react';

/** The part of the Keyboard API that tells what is printed on a key. */
interface KeyboardLayout {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/**
 * What the person's own keyboard prints on the keys of a shortcut: the sheet says "A" on AZERTY where a US keyboard
 * has Q. Shortcuts of several keys keep what they are shown as.
 */
export function useKeyNames(): (shortcut: {
  readonly codes: readonly string[];
  readonly shown: string;
  readonly letter?: string;
}) => string {
  const [layout, setLayout] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const { keyboard } = navigator as { readonly keyboard?: KeyboardLayout };
    void keyboard?.getLayoutMap().then(setLayout, () => setLayout(null));
  }, []);
  return ({ codes, shown, letter }) => nameKey(layout, codes[0], shown, letter);
}

/** Pure part of `useKeyNames`: only single letters and signs that go by place are named anew. */
export function nameKey(
  layout: ReadonlyMap<string, string> | null,
  code: string | undefined,
  shown: string,
  letter: string | undefined,
): string {
  const printed = code === undefined ? undefined : layout?.get(code);
  if (printed === undefined || letter !== undefined) return shown;
  const parts = shown.split(' ');
  const last = parts.at(-1) ?? '';
  return last.length === 1 ? [...parts.slice(0, -1), printed.toLocaleUpperCase()].join(' ') : shown;
}
