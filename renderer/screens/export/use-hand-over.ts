import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import type { Refusal } from '../../app/session.ts';
import { useActions } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';

/** What would leave the machine, or why that cannot be said yet. */
export type PreviewState =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly from: PreviewedFrom }
  | { readonly state: 'ready'; readonly preview: Output<'export.preview'>; readonly from: PreviewedFrom };

type Submissions = readonly SubmissionCard[];

/** What a preview was made from; with anything else it is no longer what would be signed. */
interface PreviewedFrom {
  readonly submissions: Submissions;
  readonly publishRows: boolean;
  readonly protest: string;
}

/** While words are being typed, the preview waits for a pause. */
const TYPING_MS = 300;

export interface HandOverData {
  /** Null while they are being read. */
  readonly submissions: Submissions | null;
  readonly keys: KeyStatus | null;
  readonly preview: PreviewState;
  /** False while the preview is of what stood before the last verdict. */
  readonly fresh: boolean;
  readonly setKeys: (keys: KeyStatus) => void;
  /** Reads the submissions again, after a verdict. */
  readonly readSubmissions: () => Promise<void>;
}

/** Reads all that the screen shows; the preview anew whenever what it is made from changes. */
export function useHandOver({ publishRows, protest }: Pick<PreviewedFrom, 'publishRows' | 'protest'>): HandOverData {
  const actions = useActions();
  const [submissions, setSubmissions] = useState<Submissions | null>(null);
  const [keys, setKeys] = useState<KeyStatus | null>(null);
  const [preview, setPreview] = useState<PreviewState>({ state: 'loading' });

  const keepSubmissions = useCallback((answer: Output<'review.list'> | null) => {
    setSubmissions((known) => answer?.submissions ?? known ?? []);
  }, []);

  useEffect(() => {
    void actions.ask('review.list', {}).then(keepSubmissions);
    void actions.ask('keys.status', {}).then((status) => status && setKeys(status));
  }, [actions, keepSubmissions]);

  const keyState = keys?.state;
  const lastProtest = useRef(protest);
  useEffect(() => {
    if (submissions === null || keyState !== 'ready') return undefined;
    let stale = false;
    const read = async () => {
      lastProtest.current = protest;
      const answer = await call('export.preview', { publishRows, protest });
      if (stale) return;
      const from = { submissions, publishRows, protest };
      if (answer.ok) setPreview({ state: 'ready', preview: answer.value, from });
      else setPreview({ state: 'refused', refusal: answer.error, from });
    };
    const timer = setTimeout(() => void read(), protest === lastProtest.current ? 0 : TYPING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [submissions, keyState, publishRows, protest]);

  const readSubmissions = async () => keepSubmissions(await actions.ask('review.list', {}));
  // What was read before the last verdict may still be shown, but nothing may be signed by it.
  const isNow = ({ from }: { from: PreviewedFrom }) =>
    from.submissions === submissions && from.publishRows === publishRows && from.protest === protest;
  const fresh = preview.state === 'loading' || isNow(preview);
  return { submissions, keys, preview, fresh, setKeys, readSubmissions };
}
