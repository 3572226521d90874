/** The part of the Keyboard API that tells what is printed on a key. */
interface KeyboardApi {
  getLayoutMap(): Promise<KeyboardLayout>;
}

/** What is printed on each key, by its code. */
export type KeyboardLayout = ReadonlyMap<string, string>;

let layout: KeyboardLayout | null = null;
const listeners = new Set<() => void>();

/** The layout as it was read last; null until then, and where the system does not tell. */
export function keyboardLayout(): KeyboardLayout | null {
  return layout;
}

/** Reads the layout for whoever names keys, once for all of them, and again when the window is come back to. */
export function onKeyboardLayout(listener: () => void): () => void {
  if (listeners.size === 0) {
    read();
    window.addEventListener('focus', read);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('focus', read);
  };
}

function read(): void {
  const { keyboard } = navigator as { readonly keyboard?: KeyboardApi };
  void keyboard?.getLayoutMap().then(
    (next) => {
      if (isSame(layout, next)) return;
      layout = next;
      for (const listener of listeners) listener();
    },
    // names stay as they are
    () => undefined,
  );
}

function isSame(before: KeyboardLayout | null, next: KeyboardLayout): boolean {
  return before?.size === next.size && [...next].every(([code, sign]) => before.get(code) === sign);
}
