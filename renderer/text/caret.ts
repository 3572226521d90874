/** How a key moves the caret, in the words of `Selection.modify`; null for any other key. */
export interface CaretMove {
  readonly alter: 'move' | 'extend';
  readonly direction: 'left' | 'right' | 'forward' | 'backward';
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph' | 'documentboundary';
}

interface CaretKey {
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/**
 * Left and right go by what is seen, so that they are right in mixed text; a character is what a reader takes for one
 * (the browser moves by grapheme).
 */
export function caretMoveOf({ code, shift, ctrl }: CaretKey): CaretMove | null {
  const alter = shift ? 'extend' : 'move';
  switch (code) {
    case 'ArrowLeft':
      return { alter, direction: 'left', by: ctrl ? 'word' : 'character' };
    case 'ArrowRight':
      return { alter, direction: 'right', by: ctrl ? 'word' : 'character' };
    case 'ArrowUp':
      return { alter, direction: 'backward', by: ctrl ? 'paragraph' : 'line' };
    case 'ArrowDown':
      return { alter, direction: 'forward', by: ctrl ? 'paragraph' : 'line' };
    case 'Home':
      return { alter, direction: 'backward', by: ctrl ? 'documentboundary' : 'lineboundary' };
    case 'End':
      return { alter, direction: 'forward', by: ctrl ? 'documentboundary' : 'lineboundary' };
    default:
      return null;
  }
}
