import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import type { TextView } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { goToBar } from '../../text/bar-steps.ts';
import { DocumentMap, type ShownRange } from '../../text/document-map.ts';
import { FindBar } from '../../text/FindBar.tsx';
import { caretIn, selectRange, showRange } from '../../text/selection.ts';
import { doSpanAction } from '../../text/span-actions.ts';
import { TextDocument } from '../../text/TextDocument.tsx';
import { tokensOf } from '../../text/tokens.ts';
import { useBars } from '../../text/use-bars.ts';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { chooseLinkClass } from '../../workbench/link-actions.ts';
import { isRelationClass } from '../../workbench/linking.ts';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import { AnnotationList } from './AnnotationList.tsx';
import { AnswersPanel } from './answers/AnswersPanel.tsx';
import classes from './Bench.module.css';
import type { BenchProps } from './bench-props.ts';
import { BidiNotice } from './BidiNotice.tsx';
import { ClassPalette } from './ClassPalette.tsx';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { LinkBar } from './LinkBar.tsx';
import { MarkBar } from './MarkBar.tsx';

const emptyText: TextView = { medium: 'text', text: '', bars: [], language: null, direction: 'ltr', parts: [] };

/** A text to label: mark words, choose a class. Hidden words are bars, which can be labelled as they are. */
export function TextBench({ task, bench, enabled, veiled, onSkip, onMarked }: BenchProps) {
  const { say } = useMessages();
  const hidden = task.flags !== null;
  /** The card has been read; a flag that comes while the task is open shows it anew. */
  const [cardRead, setCardRead] = useState(false);
  const cardOpen = hidden && !cardRead;
  const [mark, setMark] = useState<TextRange | null>(null);
  const [finding, setFinding] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wholeWords = useSession((session) => session.settings.wholeWords);
  const { changeSettings } = useActions();
  const item = task.item.medium === 'text' ? task.item : emptyText;
  const bars = useBars({ taskId: task.id }, item);
  const { shownAnswers } = task;
  const map = useMemo(
    () => new DocumentMap(item, { unveiled: bars.unveiled, shownAnswers }),
    [item, bars.unveiled, shownAnswers],
  );
  const tokens = useMemo(() => tokensOf(map, item.language), [map, item.language]);
  const { store, editor, view } = bench;
  const { goTo, unveiled, bar: current } = bars;
  const isVeiled = bars.control.reveal.phase === 'hidden';

  // Words that are hidden from now on go from the list as well.
  const wasShown = useRef(item.bars);
  useEffect(() => {
    if (wasShown.current === item.bars) return;
    wasShown.current = item.bars;
    setMark(null);
    store.send({ type: 'words hidden', words: new DocumentMap(item).wordsBetween });
  }, [item, store]);

  const onMark = useCallback(
    (next: TextRange | null) => {
      setMark((was) => (was?.start === next?.start && was?.end === next?.end ? was : next));
      const bar = next ? map.bars.findIndex(({ start, end }) => start === next.start && end === next.end) : -1;
      // away from a bar Space shows nothing; what is looked at moves the marked words about and stays
      if (bar >= 0) goTo(bar);
      else if (isVeiled && !(next === null && touches(map.bars[current ?? -1], caretIn(map)))) goTo(null);
    },
    [map, goTo, isVeiled, current],
  );
  useEffect(() => onMarked?.(mark), [onMarked, mark]);

  /** What was marked has been used: nothing is marked, and the caret stays where it was. */
  const forget = () => {
    document.getSelection()?.collapseToEnd();
    setMark(null);
  };
  const spanContext = { bench, map, tokens, marked: mark, caret: caretIn(map), onUsed: forget };

  const chooseClass = (classId: string) => {
    if (isRelationClass(bench.labelSet, classId)) return chooseLinkClass(bench, classId);
    if (mark) {
      store.send({ type: 'class chosen', classId });
      editor.add({ kind: 'span', ...mark, text: map.wordsBetween(mark.start, mark.end) }, { select: false });
      forget();
    } else editor.chooseClass(classId);
  };

  const onAction = (action: Action) => {
    if (veiled || cardOpen) return action === 'escape' ? control.hide() : false;
    if (doSpanAction(action, { ...spanContext, caret: caretIn(map) })) return true;
    switch (action) {
      case 'escape': {
        const endsLink = store.read().tool === 'link';
        control.hide();
        store.send(endsLink ? { type: 'tool taken', tool: 'select' } : { type: 'selected', id: null });
        forget();
        return endsLink && isVeiled;
      }
      case 'snapping':
        return void changeSettings({ wholeWords: !wholeWords });
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
  useShortcuts(
    {
      onAction,
      onClass: (index) => {
        const classId = paletteClasses(bench.labelSet)[index]?.id;
        if (classId !== undefined) chooseClass(classId);
      },
    },
    enabled,
    'text',
  );
  const { control } = bars;
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

  return (
    <div className={classes.bench}>
      <div className={classes.middle}>
        {hidden && !cardOpen ? <HiddenStrip task={task} control={control} onCard={() => setCardRead(false)} /> : null}
        {veiled || cardOpen ? null : <BidiNotice bench={bench} text={item.text} />}
        {finding === null || veiled || cardOpen ? null : (
          <FindBar map={map} from={finding} onShow={onFound} onClose={closeFind} />
        )}
        {veiled || cardOpen ? (
          <div className={classes.veil} />
        ) : (
          <TextDocument
            key={item.text}
            bench={bench}
            map={map}
            tokens={tokens}
            wholeWords={wholeWords}
            bars={bars}
            marked={mark}
            title={task.title}
            language={item.language}
            direction={item.direction}
            scroller={scroller}
            shownAnswers={shownAnswers}
            onMark={onMark}
            onPiece={(marked, caret) =>
              doSpanAction(marked ? 'continue' : 'take-out', { ...spanContext, marked, caret })
            }
          />
        )}
        {cardOpen && !veiled ? (
          <HiddenCard
            task={task}
            fine={say('reveal.fine')}
            onLabel={() => setCardRead(true)}
            onLook={() => setCardRead(true)}
            onSkip={onSkip}
          />
        ) : null}
        <div className={classes.overMarkBar}>
          <LinkBar bench={bench} hideWords={veiled || cardOpen} />
        </div>
        <MarkBar
          bench={bench}
          map={map}
          marked={mark}
          hideWords={veiled || cardOpen}
          barName={bars.bar === null || unveiled ? null : (bars.names[bars.bar] ?? null)}
          onAction={onAction}
        />
      </div>
      <AnswersPanel bench={bench} />
      {paletteClasses(bench.labelSet).length > 0 ? (
        <aside className={classes.side}>
          <ClassPalette bench={bench} onChoose={chooseClass} />
          <DetailsPanel bench={bench} hideWords={veiled || cardOpen} />
          <AnnotationList bench={bench} hideWords={veiled || cardOpen} />
        </aside>
      ) : null}
    </div>
  );
}

/** True when the caret stands at a stretch or beside it: what was just labelled is still the one that keys are at. */
function touches(range: TextRange | undefined, caret: number | null): boolean {
  return range !== undefined && caret !== null && range.start <= caret && caret <= range.end;
}
