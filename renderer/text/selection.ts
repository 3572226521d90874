import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap, ShownRange } from './document-map.ts';

/** What the browser has selected of a text, in the shown text; null when that is elsewhere. */
export function selectedIn(map: DocumentMap): ShownRange | null {
  const selection = document.getSelection();
  return selection && selection.rangeCount > 0 ? map.shownRangeOf(selection.getRangeAt(0)) : null;
}

/** Where the caret, or the end of what is selected that keys move, stands in the item's own text. */
export function caretIn(map: DocumentMap): number | null {
  const selection = document.getSelection();
  const at = selection?.focusNode ? map.shownAt(selection.focusNode, selection.focusOffset) : null;
  return at === null ? null : map.shown.toOwn(at, 'start');
}

/** Selects a stretch of the item's own text, as a drag over it would, and keeps the keys in the text. */
export function selectRange(map: DocumentMap, { start, end }: TextRange): void {
  const range = map.rangeOf(start, end);
  if (!range) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** Brings a stretch of the page into the middle of its frame, unless it is in view. */
export function showRange(range: Range | null, scroller: HTMLElement | null): void {
  const rect = range?.getBoundingClientRect();
  const frame = scroller?.getBoundingClientRect();
  if (!rect || !frame || (rect.top >= frame.top && rect.bottom <= frame.bottom)) return;
  scroller?.scrollBy({ top: rect.top - frame.top - frame.height / 3 });
}
