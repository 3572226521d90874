import { useCallback, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import type { TextView } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { goToBar } from '../../text/bar-steps.ts';
import { DocumentMap, type ShownRange } from '../../text/document-map.ts';
import { FindBar } from '../../text/FindBar.tsx';
import { caretIn, selectRange, showRange } from '../../text/selection.ts';
import { TextDocument } from '../../text/TextDocument.tsx';
import { tokensOf } from '../../text/tokens.ts';
import { useBars } from '../../text/use-bars.ts';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import classes from '../workspace/Bench.module.css';
import { BidiNotice } from '../workspace/BidiNotice.tsx';
import type { SubmissionBenchProps } from './submission-props.ts';
import { SubmissionSide } from './SubmissionSide.tsx';

/** A text with what was marked in it, as it was handed in: looked at, never changed. Hidden words stay bars. */
export function TextSubmission({ submission, ...rest }: SubmissionBenchProps) {
  const { item } = submission;
  return item.medium === 'text' ? <Reading submission={submission} item={item} {...rest} /> : null;
}

function Reading({ submission, item, bench, enabled }: SubmissionBenchProps & { readonly item: TextView }) {
  const { say } = useMessages();
  const hidden = submission.flags !== null;
  const [cardRead, setCardRead] = useState(false);
  const cardOpen = hidden && !cardRead;
  const [finding, setFinding] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const bars = useBars({ submissionId: submission.id }, item);
  const { answers } = submission;
  const shownAnswers = useMemo(() => answers.map(({ id }) => id), [answers]);
  const map = useMemo(
    () => new DocumentMap(item, { unveiled: bars.unveiled, shownAnswers }),
    [item, bars.unveiled, shownAnswers],
  );
  const tokens = useMemo(() => tokensOf(map, item.language), [map, item.language]);
  const { store, view } = bench;
  const { control, goTo } = bars;
  const isVeiled = control.reveal.phase === 'hidden';

  /** Nothing is marked here; what keys select may be a bar, which Space then shows. */
  const onMark = useCallback(
    (range: TextRange | null) => {
      const bar = range ? map.bars.findIndex(({ start, end }) => start === range.start && end === range.end) : -1;
      if (bar >= 0) goTo(bar);
      else if (isVeiled && range) goTo(null);
    },
    [map, goTo, isVeiled],
  );

  const onAction = (action: Action): unknown => {
    if (cardOpen) return false;
    switch (action) {
      case 'escape':
        control.hide();
        return store.send({ type: 'selected', id: null });
      case 'invisibles':
        return view.send({ type: 'toggled', what: 'invisibles' });
      case 'find':
        return setFinding(map.shown.toShown(caretIn(map) ?? 0, 'start'));
      case 'next-hidden':
        return goToBar({ map, bars, scroller }, 1);
      case 'previous-hidden':
        return goToBar({ map, bars, scroller }, -1);
      default:
        return false;
    }
  };
  useShortcuts({ onAction }, enabled, 'text');
  useRevealKeys(control, enabled && bars.bar !== null && !cardOpen);

  const onFound = useCallback(
    (range: ShownRange) => showRange(map.rangeOfShown(range), scroller.current),
    [map, scroller],
  );
  const closeFind = (found: ShownRange | null) => {
    setFinding(null);
    document.querySelector<HTMLElement>('[data-testid="text"]')?.focus({ preventScroll: true });
    if (found) selectRange(map, map.own(found));
  };
  const read = () => setCardRead(true);

  return (
    <div className={classes.bench}>
      <div className={classes.middle}>
        {hidden && !cardOpen ? (
          <HiddenStrip task={submission} control={control} onCard={() => setCardRead(false)} />
        ) : null}
        {cardOpen ? null : <BidiNotice bench={bench} text={item.text} />}
        {finding === null || cardOpen ? null : (
          <FindBar map={map} from={finding} onShow={onFound} onClose={closeFind} />
        )}
        {cardOpen ? (
          <div className={classes.veil} />
        ) : (
          <TextDocument
            bench={bench}
            map={map}
            tokens={tokens}
            wholeWords={false}
            bars={bars}
            marked={null}
            title={submission.title}
            language={item.language}
            direction={item.direction}
            scroller={scroller}
            shownAnswers={shownAnswers}
            onMark={onMark}
            onPiece={nothing}
          />
        )}
        {cardOpen ? <HiddenCard task={submission} fine={say('review.fine')} onLabel={read} onLook={read} /> : null}
      </div>
      <SubmissionSide submission={submission} bench={bench} hideWords={cardOpen} />
    </div>
  );
}

/** Pieces are added to a span by whoever labels. */
function nothing(): void {}
