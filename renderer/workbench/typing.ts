/** After so long without a key, what was typed goes to the disk. */
export const PAUSE_MS = 400;
/** However fast somebody types, nothing waits longer: what a power cut can take. */
export const MOST_MS = 1000;

export interface TypingPorts {
  /** Sends the words to the disk. `goesOn`: typed in the same go as those before, so undone with them. */
  readonly keep: (text: string, goesOn: boolean) => void;
  /** Whether there are words that were not sent. */
  readonly unsaved: (is: boolean) => void;
  readonly nowMs: () => number;
  /** Runs something later; answers with what stops it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export type Typing = ReturnType<typeof createTyping>;

/** Keeps the words of one field as they are typed: soon after the last key, and at least once a second. */
export function createTyping({ keep, unsaved, nowMs, after }: TypingPorts) {
  let waiting: string | null = null;
  let sinceMs = 0;
  let begun = false;
  let stop: () => void = () => undefined;

  function flush(): void {
    stop();
    if (waiting === null) return;
    const text = waiting;
    waiting = null;
    keep(text, begun);
    begun = true;
    unsaved(false);
  }

  return {
    typed(text: string): void {
      if (waiting === null) {
        sinceMs = nowMs();
        unsaved(true);
      }
      waiting = text;
      stop();
      stop = after(Math.min(PAUSE_MS, Math.max(0, sinceMs + MOST_MS - nowMs())), flush);
    },

    /** Sends what waits, at once. */
    flush,

    /** The field was left: what is typed next is a step of its own. */
    left(): void {
      flush();
      begun = false;
    },
  };
}
