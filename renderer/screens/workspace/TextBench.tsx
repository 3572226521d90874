import { useCallback, useMemo, useState } from 'react';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import type { Action } from '../../app/shortcuts.ts';
import { useMessages } from '../../app/messages.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { DocumentMap } from '../../text/document-map.ts';
import { sliceCodePoints } from '../../text/offsets.ts';
import type { Marked } from '../../text/mark.ts';
import { TextDocument } from '../../text/TextDocument.tsx';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { chooseLinkClass } from '../../workbench/link-actions.ts';
import { isRelationClass } from '../../workbench/linking.ts';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import { useReveal } from '../../wellbeing/use-reveal.ts';
import { AnnotationList } from './AnnotationList.tsx';
import { AnswersPanel } from './answers/AnswersPanel.tsx';
import classes from './Bench.module.css';
import type { BenchProps } from './bench-props.ts';
import { ClassPalette } from './ClassPalette.tsx';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { LinkBar } from './LinkBar.tsx';
import { MarkBar } from './MarkBar.tsx';

/** A text to label: mark words, choose a class. Hidden texts show a bar until they are unveiled. */
export function TextBench({ task, bench, enabled, veiled, onSkip }: BenchProps) {
  const { say } = useMessages();
  const hidden = task.flags !== null;
  const control = useReveal(task);
  /** The card has been read; a flag that comes while the task is open shows it anew. */
  const [cardRead, setCardRead] = useState(false);
  const cardOpen = hidden && !cardRead;
  const [mark, setMark] = useState<{ readonly map: DocumentMap; readonly marked: Marked } | null>(null);
  const { unveiled } = control;
  const words = unveiled && 'words' in unveiled ? unveiled.words : null;
  const item = task.item.medium === 'text' ? task.item : null;
  const text = words ?? item?.text ?? '';
  const map = useMemo(() => new DocumentMap(text), [text]);
  /** Only the real words may be marked, never the bar that stands for them. */
  const readable = !hidden || words !== null;

  // What was marked in other words (veiled again since) is marked no more.
  const marked = readable && mark?.map === map ? mark.marked : null;
  const onMark = useCallback((next: Marked | null) => setMark(next && { map, marked: next }), [map]);

  const { store, editor } = bench;
  const chooseClass = (classId: string) => {
    if (isRelationClass(bench.labelSet, classId)) return chooseLinkClass(bench, classId);
    if (marked) {
      store.send({ type: 'class chosen', classId });
      const covered = sliceCodePoints(map.text, map.offsets, marked.start, marked.end);
      editor.add({ kind: 'span', ...marked, text: covered }, { select: false });
      document.getSelection()?.collapseToEnd();
      onMark(null);
    } else editor.chooseClass(classId);
  };
  const onAction = (action: Action) => {
    if (action !== 'escape') return false;
    control.hide();
    if (store.read().tool === 'link') store.send({ type: 'tool taken', tool: 'select' });
    else store.send({ type: 'selected', id: null });
    document.getSelection()?.collapseToEnd();
    return true;
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
  );
  useRevealKeys(control, enabled && hidden);

  /** The words take the bar's place while they are shown, so the window hears the button go up. */
  const holdUntilReleased = () => {
    const over = new AbortController();
    const release = () => {
      over.abort();
      control.release();
    };
    control.press();
    for (const type of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(type, release, { signal: over.signal });
    }
  };

  if (!item) return null;
  return (
    <div className={classes.bench}>
      <div className={classes.middle}>
        {hidden && !cardOpen ? <HiddenStrip task={task} control={control} onCard={() => setCardRead(false)} /> : null}
        {veiled ? (
          <div className={classes.veil} />
        ) : readable ? (
          <TextDocument
            key={item.text}
            bench={bench}
            map={map}
            title={task.title}
            language={item.language}
            direction={item.direction}
            onMark={onMark}
          />
        ) : (
          <div className={classes.hiddenText} data-testid="hidden-text" onPointerDown={holdUntilReleased}>
            <p aria-label={say('text.hiddenBar')}>{item.text}</p>
          </div>
        )}
        {cardOpen && !veiled ? (
          <HiddenCard task={task} onLabel={() => setCardRead(true)} onLook={() => setCardRead(true)} onSkip={onSkip} />
        ) : null}
        <LinkBar bench={bench} />
        <MarkBar bench={bench} marked={marked} readable={readable} onUndo={editor.undo} onRedo={editor.redo} />
      </div>
      <AnswersPanel bench={bench} />
      {paletteClasses(bench.labelSet).length > 0 ? (
        <aside className={classes.side}>
          <ClassPalette bench={bench} onChoose={chooseClass} />
          <DetailsPanel bench={bench} />
          <AnnotationList bench={bench} hideWords={veiled || !readable} />
        </aside>
      ) : null}
    </div>
  );
}
