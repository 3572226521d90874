/** One shown line of a JSON text: a piece of the exact text and how deep it stands. */
export interface JsonLine {
  readonly depth: number;
  readonly text: string;
}

/**
 * Cuts a JSON text into lines for reading without adding or leaving out a character: the pieces, put together, are
 * the text. Text that is no JSON comes back cut as well as it goes.
 */
export function jsonLines(text: string): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  let depth = 0;
  let start = 0;
  let startDepth = 0;
  let inString = false;
  const cut = (end: number) => {
    if (end > start) lines.push({ depth: startDepth, text: text.slice(start, end) });
    start = end;
    startDepth = depth;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      const close = sign === '{' ? '}' : ']';
      if (text[at + 1] === close) at += 1;
      else {
        depth += 1;
        cut(at + 1);
      }
    } else if (sign === '}' || sign === ']') {
      depth = Math.max(0, depth - 1);
      cut(at);
    } else if (sign === ',') cut(at + 1);
  }
  cut(text.length);
  return lines;
}
