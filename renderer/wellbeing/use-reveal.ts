import { useEffect, useReducer, useRef, useState } from 'react';
import { sayRefusal, useMessages } from '../app/messages.ts';
import { useSession } from '../app/use-session.ts';
import { call } from '../bridge.ts';
import { hiddenReveal, type Reveal, type RevealMode, stepReveal } from './reveal.ts';

/** What is unveiled now: a picture's bitmap or a text's words. Null while hidden. */
export type Unveiled = { readonly bitmap: ImageBitmap } | { readonly words: string };

/** What is looked at: the open task, or what was handed in. */
export type RevealOf = { readonly taskId: string } | { readonly submissionId: string };

export interface RevealControl {
  readonly reveal: Reveal;
  readonly unveiled: Unveiled | null;
  /** Why the last attempt was refused, in words; empty when it was not. */
  readonly refused: string;
  press(): void;
  release(): void;
  moved(): void;
  hide(): void;
  choose(mode: RevealMode): void;
}

const TICK_MS = 250;

/**
 * Unveils an image, or one bar of a text, while held, and veils on release, after 10 s without a movement, when the window loses focus or is hidden,
 * when the main process says so, and when the item is left. The original lives in memory only meanwhile.
 */
export function useReveal(of: RevealOf, bar: number | null = null): RevealControl {
  const { say } = useMessages();
  const byToggle = useSession((session) => session.settings.revealByToggle);
  const hideCount = useSession((session) => session.hideCount);
  const [reveal, send] = useReducer(stepReveal, hiddenReveal);
  const [unveiled, setUnveiled] = useState<Unveiled | null>(null);
  const [refused, setRefused] = useState('');
  const { phase, mode, request } = reveal;
  const isTask = 'taskId' in of;
  const id = isTask ? of.taskId : of.submissionId;

  // One hold is one effect: its end, however it comes, drops what it brought.
  const holding = phase !== 'hidden';
  useEffect(() => {
    if (!holding) return undefined;
    let over = false;
    let revealId: string | null = null;
    let brought: Unveiled | null = null;
    void (async () => {
      const answer = isTask
        ? await call('content.reveal', { taskId: id, mode, bar })
        : await call('review.reveal', { submissionId: id, mode, bar });
      if (!answer.ok) {
        if (!over) setRefused(sayRefusal(say, answer.error));
        return send({ type: 'refused', request });
      }
      revealId = answer.value.revealId;
      if (!over) brought = await bring(answer.value);
      if (over || !brought) {
        drop(brought, revealId);
        return send({ type: 'refused', request });
      }
      setRefused('');
      setUnveiled(brought);
      return send({ type: 'granted', request, atMs: performance.now() });
    })();
    return () => {
      over = true;
      setUnveiled(null);
      if (revealId !== null) drop(brought, revealId);
    };
  }, [holding, request, mode, bar, isTask, id, say]);

  useEffect(() => {
    if (phase !== 'shown') return undefined;
    const timer = setInterval(() => send({ type: 'ticked', atMs: performance.now(), byToggle }), TICK_MS);
    return () => clearInterval(timer);
  }, [phase, byToggle]);

  useEffect(() => {
    const hide = () => send({ type: 'hide' });
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, []);

  const lastHideCount = useRef(hideCount);
  useEffect(() => {
    if (lastHideCount.current === hideCount) return;
    lastHideCount.current = hideCount;
    send({ type: 'hide' });
  }, [hideCount]);

  return {
    reveal,
    unveiled: phase === 'shown' ? unveiled : null,
    refused,
    press: () => send({ type: 'pressed', byToggle }),
    release: () => send({ type: 'released', byToggle }),
    moved: () => send({ type: 'moved', atMs: performance.now() }),
    hide: () => send({ type: 'hide' }),
    choose: (chosen) => send({ type: 'mode chosen', mode: chosen }),
  };
}

/** Fetches what a reveal gives; the address works once. Null when it cannot be read. */
async function bring(answer: { readonly url: string | null; readonly words: string | null }): Promise<Unveiled | null> {
  if (answer.words !== null) return { words: answer.words };
  if (answer.url === null) return null;
  try {
    const response = await fetch(answer.url, { cache: 'no-store' });
    return response.ok ? { bitmap: await createImageBitmap(await response.blob()) } : null;
  } catch {
    return null;
  }
}

function drop(brought: Unveiled | null, revealId: string): void {
  if (brought && 'bitmap' in brought) brought.bitmap.close();
  void call('content.hide', { revealId });
}
