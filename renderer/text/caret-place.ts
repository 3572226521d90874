import type { CaretMove } from './caret.ts';
import type { DocumentMap } from './document-map.ts';

/** Where keys will mark, from the page's corner; the browser shows no caret in text that cannot be edited. */
export interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export function caretPlace(selection: Selection, element: HTMLElement): CaretPlace | null {
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

/** Puts the caret before the first word. */
export function putCaret(map: DocumentMap): void {
  const start = map.edgeOfPage('start');
  const selection = document.getSelection();
  if (!start || !selection) return;
  selection.collapse(start.startContainer, start.startOffset);
}

/** Moves the caret or the end of what is marked; one that would leave the text stays at that end of it. */
export function moveCaret(selection: Selection, move: CaretMove, element: HTMLElement, map: DocumentMap): void {
  const { anchorNode, anchorOffset } = selection;
  selection.modify(move.alter, move.direction, move.by);
  if (selection.focusNode && element.contains(selection.focusNode)) return;
  const backward = move.direction === 'backward' || move.direction === 'left';
  const edge = map.edgeOfPage(backward ? 'start' : 'end');
  if (!edge) return;
  const [node, offset] = [edge.endContainer, edge.endOffset];
  if (move.alter === 'extend' && anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, node, offset);
  else selection.collapse(node, offset);
}

export function scrollToCaret(selection: Selection, element: HTMLElement, scroller: HTMLElement | null): void {
  const rect = caretRect(selection, element);
  if (!rect || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  if (rect.top < frame.top + 24) scroller.scrollBy({ top: rect.top - frame.top - 60 });
  if (rect.bottom > frame.bottom - 24) scroller.scrollBy({ top: rect.bottom - frame.bottom + 60 });
}
