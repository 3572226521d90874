import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The colours to use now: the worker's choice, or the system's. */
export function useColourScheme(choice: 'system' | 'light' | 'dark'): 'light' | 'dark' {
  const systemIsDark = useSyncExternalStore(watch, () => dark.matches);
  return choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
}

function watch(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}
