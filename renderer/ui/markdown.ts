/**
 * The small part of Markdown that instructions need, as data. HTML stays text, addresses are shown and never fetched
 * or followed (design: security, "HTML, SVG, Markdown").
 */
export type Inline =
  | { readonly of: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly of: 'link' | 'image'; readonly text: string; readonly address: string };

export type Block =
  | { readonly of: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly of: 'paragraph' | 'quote'; readonly inlines: readonly Inline[] }
  | { readonly of: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly of: 'code'; readonly text: string }
  | { readonly of: 'rule' };

const listItem = /^\s*(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;

/** Reads instructions into blocks. Never fails: what is no Markdown is text. */
export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (fits: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    for (let line = lines[at]; line !== undefined && fits(line); line = lines[at]) {
      taken.push(line);
      at += 1;
    }
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      blocks.push({ of: 'heading', level: heading[1]?.length ?? 1, inlines: parseInlines(heading[2] ?? '') });
      at += 1;
    } else if (/^\s*(?:[-*_]\s*){3,}$/.test(line)) {
      blocks.push({ of: 'rule' });
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      blocks.push({ of: 'code', text: takeWhile((one) => !one.startsWith('```')).join('\n') });
      at += 1;
    } else if (line.startsWith('>')) {
      const quoted = takeWhile((one) => one.startsWith('>')).map((one) => one.replace(/^>\s?/, ''));
      blocks.push({ of: 'quote', inlines: parseInlines(quoted.join(' ')) });
    } else if (listItem.test(line)) {
      const ordered = listItem.exec(line)?.[2] !== undefined;
      const items = takeWhile((one) => listItem.test(one)).map((one) => parseInlines(listItem.exec(one)?.[3] ?? ''));
      blocks.push({ of: 'list', ordered, items });
    } else {
      const words = takeWhile((one) => one.trim() !== '' && !/^(?:#{1,6}\s|>|```)/.test(one) && !listItem.test(one));
      blocks.push({ of: 'paragraph', inlines: parseInlines(words.join(' ')) });
    }
  }
  return blocks;
}

const inline =
  /(?<image>!\[(?<alt>[^\]]*)\]\((?<source>[^)\s]+)\))|(?<link>\[(?<words>[^\]]+)\]\((?<address>[^)\s]+)\))|(?:\*\*(?<strong>[^*]+)\*\*)|(?:\*(?<em>[^*\s][^*]*)\*)|(?:`(?<code>[^`]+)`)/g;

/** Reads one line's emphasis, code, links and images. */
export function parseInlines(source: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let last = 0;
  for (const match of source.matchAll(inline)) {
    if (match.index > last) inlines.push({ of: 'text', text: source.slice(last, match.index) });
    last = match.index + match[0].length;
    const { image, alt, source: picture, link, words, address, strong, em, code } = match.groups ?? {};
    if (image !== undefined) inlines.push({ of: 'image', text: alt ?? '', address: picture ?? '' });
    else if (link !== undefined) inlines.push({ of: 'link', text: words ?? '', address: address ?? '' });
    else if (strong !== undefined) inlines.push({ of: 'strong', text: strong });
    else if (em !== undefined) inlines.push({ of: 'em', text: em });
    else inlines.push({ of: 'code', text: code ?? '' });
  }
  if (last < source.length) inlines.push({ of: 'text', text: source.slice(last) });
  return inlines;
}
