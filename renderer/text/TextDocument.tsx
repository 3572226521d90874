import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useMessages } from '../app/messages.ts';
import { type Bench, useWorkbench } from '../workbench/use-workbench.ts';
import { Arcs } from './arcs/Arcs.tsx';
import { type CaretMove, caretMoveOf } from './caret.ts';
import type { DocumentMap } from './document-map.ts';
import './highlights.css';
import { SpanTags } from './SpanTags.tsx';
import { stretchesAt } from './lanes.ts';
import { type Marked, withoutEdges } from './mark.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { paintSpans, stretchesOf } from './paint-spans.ts';
import classes from './TextDocument.module.css';

interface TextDocumentProps {
  readonly bench: Bench;
  readonly map: DocumentMap;
  readonly title: string;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  /** Tells what is marked now; null when nothing is. */
  readonly onMark: (marked: Marked | null) => void;
}

/** A text that can be marked by dragging or from the keyboard; its spans are painted over it. */
export function TextDocument({ bench, map, title, language, direction, onMark }: TextDocumentProps) {
  const { say } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<CaretPlace | null>(null);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const { store, labelSet } = bench;

  useEffect(() => {
    const colours = new Map(labelSet.classes.map(({ id, colour }) => [id, colour]));
    return paintSpans(map, annotations, selectedId, (classId) => colours.get(classId) ?? 11);
  }, [map, annotations, selectedId, labelSet]);

  // What is selected elsewhere (list, keys) comes into view.
  useEffect(() => {
    const stretch = stretchesOf(store.read().annotations).find(({ id }) => id === selectedId);
    if (!stretch || !scroller.current) return;
    const rect = map.rangeOf(stretch.start, stretch.end)?.getBoundingClientRect();
    const frame = scroller.current.getBoundingClientRect();
    if (!rect || (rect.top >= frame.top && rect.bottom <= frame.bottom)) return;
    scroller.current.scrollBy({ top: rect.top - frame.top - frame.height / 3 });
  }, [map, selectedId, store]);

  const readSelection = useCallback((): void => {
    const selection = document.getSelection();
    const element = root.current;
    if (!selection || selection.rangeCount === 0 || !element?.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const marked = map.codePointsOf(range);
    onMark(marked && withoutEdges(map.text, map.offsets, marked));
    setCaret(document.activeElement === element ? caretPlace(selection, element) : null);
  }, [map, onMark]);

  useEffect(() => {
    document.addEventListener('selectionchange', readSelection);
    return () => document.removeEventListener('selectionchange', readSelection);
  }, [readSelection]);

  /** Selects the span around the caret; again at the same place takes the next larger one. */
  const pickAtCaret = (): void => {
    const selection = document.getSelection();
    if (!selection?.isCollapsed || !selection.focusNode) return;
    const at = map.codePointAt(selection.focusNode, selection.focusOffset);
    if (at === null) return;
    const here = stretchesAt(stretchesOf(store.read().annotations), at);
    const index = here.findIndex(({ id }) => id === store.read().selectedId);
    store.send({ type: 'selected', id: here[(index + 1) % Math.max(here.length, 1)]?.id ?? null });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const move = caretMoveOf({ code: event.code, shift: event.shiftKey, ctrl });
    const selection = document.getSelection();
    if (move && selection) {
      event.preventDefault();
      if (!selection.focusNode || !event.currentTarget.contains(selection.focusNode)) putCaret(map);
      moveCaret(selection, move, event.currentTarget, map);
      scrollToCaret(selection, event.currentTarget, scroller.current);
    } else if (event.code === 'Enter' && !ctrl) {
      event.preventDefault();
      pickAtCaret();
    }
  };

  return (
    <div className={classes.scroller} ref={scroller}>
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
          onPointerUp={pickAtCaret}
          onFocus={readSelection}
          onBlur={() => setCaret(null)}
          onDragStart={(event) => event.preventDefault()}
        >
          <Paragraphs map={map} />
        </div>
        {caret ? <div className={classes.caret} aria-hidden="true" style={caret} /> : null}
        <SpanTags bench={bench} map={map} page={root} scroller={scroller} />
        <Arcs bench={bench} map={map} page={root} scroller={scroller} />
      </div>
      <p id="text-help" className="visually-hidden">
        {say('text.help')}
      </p>
    </div>
  );
}

/** Where keys will mark, from the page's corner; the browser shows no caret in text that cannot be edited. */
interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

function caretPlace(selection: Selection, element: HTMLElement): CaretPlace | null {
  const rect = caretRect(selection, element);
  const frame = element.parentElement?.getBoundingClientRect();
  return rect && frame ? { left: rect.left - frame.left, top: rect.top - frame.top, height: rect.height } : null;
}

function caretRect(selection: Selection, element: HTMLElement): DOMRect | null {
  if (!selection.focusNode || !element.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  return range.getClientRects()[0] ?? null;
}

function putCaret(map: DocumentMap): void {
  const start = map.rangeOf(0, 0);
  const selection = document.getSelection();
  if (!start || !selection) return;
  selection.collapse(start.startContainer, start.startOffset);
}

/** Moves the caret or the end of what is marked; one that would leave the text stays at that end of it. */
function moveCaret(selection: Selection, move: CaretMove, element: HTMLElement, map: DocumentMap): void {
  const { anchorNode, anchorOffset } = selection;
  selection.modify(move.alter, move.direction, move.by);
  if (selection.focusNode && element.contains(selection.focusNode)) return;
  const backward = move.direction === 'backward' || move.direction === 'left';
  const whole = map.rangeOf(0, map.offsets.codePoints);
  if (!whole) return;
  const [node, offset] = backward ? [whole.startContainer, whole.startOffset] : [whole.endContainer, whole.endOffset];
  if (move.alter === 'extend' && anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, node, offset);
  else selection.collapse(node, offset);
}

function scrollToCaret(selection: Selection, element: HTMLElement, scroller: HTMLElement | null): void {
  const rect = caretRect(selection, element);
  if (!rect || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  if (rect.top < frame.top + 24) scroller.scrollBy({ top: rect.top - frame.top - 60 });
  if (rect.bottom > frame.bottom - 24) scroller.scrollBy({ top: rect.bottom - frame.bottom + 60 });
}
