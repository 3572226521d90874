import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import { useMessages } from '../app/messages.ts';
import { isEditable, type ReadableBench, useBenchView, useWorkbench } from '../workbench/use-workbench.ts';
import { Arcs } from './arcs/Arcs.tsx';
import { caretMoveOf } from './caret.ts';
import { type CaretPlace, caretPlace, moveCaret, putCaret, scrollToCaret } from './caret-place.ts';
import type { DocumentMap } from './document-map.ts';
import './highlights.css';
import { InvisibleSigns } from './InvisibleSigns.tsx';
import { stretchesAt } from './lanes.ts';
import { markOf } from './mark.ts';
import { paintSpans, setHighlight } from './paint-spans.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { caretIn, selectedIn, selectRange, showRange } from './selection.ts';
import { spanIndexOf } from './span-index.ts';
import { SpanGrips } from './SpanGrips.tsx';
import { SpanTags } from './SpanTags.tsx';
import { usePaintedSuggestions, useSuggested } from './suggested.ts';
import classes from './TextDocument.module.css';
import type { Tokens } from './tokens.ts';
import type { Bars } from './use-bars.ts';
import { useSeen } from './use-seen.ts';

interface TextDocumentProps {
  readonly bench: ReadableBench;
  readonly map: DocumentMap;
  readonly tokens: Tokens;
  /** What is marked grows to whole words. */
  readonly wholeWords: boolean;
  readonly bars: Bars;
  readonly marked: TextRange | null;
  readonly title: string;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Ids of answers to compare, in the order in which they are shown. */
  readonly shownAnswers: readonly string[];
  /** Tells what is marked now; null when nothing is. */
  readonly onMark: (marked: TextRange | null) => void;
  /** Ctrl with a drag: the stretch is a further piece of the selected span. With a click: the piece there is none. */
  readonly onPiece: (marked: TextRange | null, caret: number | null) => void;
}

/** A text that can be marked by dragging or from the keyboard; its spans are painted over it. */
export function TextDocument(props: TextDocumentProps) {
  const { bench, map, tokens, wholeWords, bars, marked, title, language, direction, scroller, onMark, onPiece } = props;
  const { shownAnswers } = props;
  const { say } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const clickedAt = useRef(0);
  const [caret, setCaret] = useState<CaretPlace | null>(null);
  const seen = useSeen(map, root, scroller);
  const painted = useSyncExternalStore(seen.subscribe, () => seen.read().painted);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const showsInvisibles = useBenchView(bench, (view) => view.invisibles);
  const { store, labelSet } = bench;
  // told only while there is something to hide again: else every pixel of scrolling would ask
  const onMoved = bars.unveiled ? bars.control.moved : undefined;

  useEffect(() => {
    const colours = new Map(labelSet.classes.map(({ id, colour }) => [id, colour]));
    return paintSpans({ map, annotations, painted, selectedIds, colourOf: (classId) => colours.get(classId) ?? 11 });
  }, [map, annotations, painted, selectedIds, labelSet]);

  useEffect(() => {
    const range = marked && map.staticRangeOf(marked.start, marked.end);
    setHighlight('marked', range ? [range] : [], 1);
    return () => setHighlight('marked', [], 1);
  }, [map, marked]);

  const suggested = useSuggested(bench);
  usePaintedSuggestions(bench, { map, painted, suggested });
  const lookedId = useWorkbench(bench, (state) => state.suggestionId);

  // What is selected elsewhere (list, keys) comes into view.
  useEffect(() => {
    const wanted = selectedId ?? lookedId;
    const stretch = [store.read().annotations, suggested]
      .flatMap((all) => spanIndexOf(all).stretches)
      .find(({ id }) => id === wanted);
    if (stretch) showRange(map.rangeOf(stretch.start, stretch.end), scroller.current);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what is looked at moves the page, not what is answered
  }, [map, selectedId, lookedId, store, scroller]);

  const readSelection = useCallback((): void => {
    const selection = document.getSelection();
    const element = root.current;
    if (!selection || !element?.contains(selection.anchorNode)) return;
    const range = selectedIn(map);
    onMark(range && markOf(map, range, wholeWords ? tokens : null));
    setCaret(document.activeElement === element ? caretPlace(selection, element) : null);
  }, [map, tokens, wholeWords, onMark]);

  useEffect(() => {
    document.addEventListener('selectionchange', readSelection);
    return () => document.removeEventListener('selectionchange', readSelection);
  }, [readSelection]);

  /**
   * Selects the span around the caret; again at the same place takes the next larger one. Where there is none, what is
   * suggested there is looked at.
   */
  const pickAtCaret = (): void => {
    const at = caretIn(map);
    if (!document.getSelection()?.isCollapsed || at === null) return;
    const nextOf = (all: readonly Annotation[], taken: string | null): string | null => {
      const index = spanIndexOf(all);
      const near = index.touching({ start: at, end: at + 1 }).flatMap((place) => index.stretches[place] ?? []);
      const here = stretchesAt(near, at);
      const next = (here.findIndex(({ id }) => id === taken) + 1) % Math.max(here.length, 1);
      return here[next]?.id ?? null;
    };
    const { annotations: all, selectedId: taken, suggestionId } = store.read();
    const id = nextOf(all, taken);
    store.send({ type: 'selected', id });
    if (id === null) store.send({ type: 'suggestion selected', id: nextOf(suggested, suggestionId) });
  };

  const onPointerUp = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const range = selectedIn(map);
    const meant = range && markOf(map, range, wholeWords ? tokens : null);
    if (event.ctrlKey || event.metaKey) onPiece(meant, caretIn(map));
    else if (document.getSelection()?.isCollapsed) {
      if (bars.byToggle && bars.unveiled && barAt(event.target) === bars.unveiled.bar) bars.control.hide();
      else pickAtCaret();
    }
    // what was dragged over is seen as what it is taken for
    else if (meant) selectRange(map, meant);
    // the browser tells of a selection later, maybe after the key that labels it
    readSelection();
  };

  /** The browser's own double and triple click take its words and the paragraph; here it is a token and a sentence. */
  const onClick = (event: MouseEvent) => {
    const range = event.detail === 2 || event.detail === 3 ? selectedIn(map) : null;
    const first = range && markOf(map, range, null);
    if (!first) return;
    // a third click comes where the second was, but by then the browser has the whole paragraph
    if (event.detail === 2) clickedAt.current = map.shown.toShown(first.start, 'start');
    const token = tokens.at(clickedAt.current, event.detail === 2 ? 'word' : 'sentence');
    const meant = markOf(map, token, null);
    if (meant) selectRange(map, meant);
    readSelection();
  };

  const onMouseDown = (event: MouseEvent) => {
    const bar = event.button === 0 ? barAt(event.target) : null;
    if (bar === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // words that a key holds in view are marked as all others are
    if (bars.unveiled?.bar === bar) return;
    // looking must not drag a selection along
    event.preventDefault();
    root.current?.focus({ preventScroll: true });
    const range = map.bars[bar];
    if (range) selectRange(map, range);
    bars.hold(bar);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const move = caretMoveOf({ code: event.code, shift: event.shiftKey, ctrl });
    const selection = document.getSelection();
    if (move && selection) {
      event.preventDefault();
      if (!selection.focusNode || !event.currentTarget.contains(selection.focusNode)) putCaret(map);
      moveCaret(selection, move, event.currentTarget, map);
      readSelection();
      scrollToCaret(selection, event.currentTarget, scroller.current);
    } else if (event.code === 'Enter' && !ctrl) {
      event.preventDefault();
      pickAtCaret();
    }
  };

  return (
    <div className={classes.scroller} ref={scroller} onScroll={onMoved}>
      <div className={classes.page}>
        {/* Read-only text that is marked from the keyboard is no widget that ARIA knows. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above */}
        <div
          ref={root}
          className={classes.text}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          tabIndex={0}
          role="document"
          aria-label={say('text.label', { title })}
          aria-describedby="text-help"
          data-testid="text"
          lang={language ?? undefined}
          dir={direction}
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onPointerUp={onPointerUp}
          onPointerMove={onMoved}
          onClick={onClick}
          onFocus={readSelection}
          onBlur={() => setCaret(null)}
          onDragStart={(event) => event.preventDefault()}
        >
          <Paragraphs map={map} barNames={bars.names} bar={bars.bar} shownAnswers={shownAnswers} />
        </div>
        {caret ? <div className={classes.caret} aria-hidden="true" style={caret} /> : null}
        <SpanTags bench={bench} map={map} seen={seen} page={root} annotations={annotations} />
        <SpanTags bench={bench} map={map} seen={seen} page={root} annotations={suggested} suggested />
        {showsInvisibles ? <InvisibleSigns map={map} seen={seen} page={root} /> : null}
        {isEditable(bench) ? <SpanGrips {...{ bench, map, tokens, wholeWords, seen }} page={root} /> : null}
        <Arcs bench={bench} map={map} suggested={suggested} page={root} scroller={scroller} />
      </div>
      <p id="text-help" className="visually-hidden">
        {say(isEditable(bench) ? 'text.help' : 'review.textHelp')}
      </p>
    </div>
  );
}

/** The number of the bar that holds an element; null when none does. */
function barAt(target: EventTarget): number | null {
  const bar = target instanceof Element ? target.closest<HTMLElement>('[data-bar]')?.dataset['bar'] : undefined;
  return bar === undefined ? null : Number(bar);
}
