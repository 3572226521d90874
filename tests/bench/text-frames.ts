import type { Page } from '@playwright/test';

/** A stretch to mark, in code points of a text without surrogates, so UTF-16 units are the same. */
export interface BenchSpan {
  readonly start: number;
  readonly end: number;
}

/** Milliseconds. `scroll` has one number a frame, `add` one an act. */
export interface TextFigures {
  readonly open: number;
  readonly scroll: readonly number[];
  readonly add: readonly number[];
}

interface Asked {
  readonly text: string;
  readonly spans: readonly BenchSpan[];
  readonly frames: number;
  readonly acts: number;
}

/**
 * The same text in the same window without any of our code: plain paragraphs, or with one element a span, as most tools
 * do it. Opening is from the first element made until it is painted.
 */
export async function bareText(page: Page, way: 'plain' | 'elements', asked: Asked): Promise<TextFigures> {
  return page.evaluate(
    async (given) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const own = document.querySelector<HTMLElement>('[data-testid="text"]');
      const scroller = own?.parentElement?.parentElement;
      if (!own || !scroller) throw new Error('no text is open');
      const box = scroller.getBoundingClientRect();
      const host = document.createElement('div');
      Object.assign(host.style, {
        position: 'fixed',
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${box.width}px`,
        height: `${box.height}px`,
        overflow: 'auto',
        background: 'white',
        zIndex: '99',
      });
      const from = performance.now();
      const column = document.createElement('div');
      column.className = own.className;
      column.dir = own.dir;
      column.style.margin = '2rem auto';
      column.style.maxWidth = `${own.clientWidth}px`;
      let at = 0;
      let next = 0;
      for (const words of given.text.split(/(?<=\n)/)) {
        const paragraph = document.createElement('div');
        const end = at + words.length;
        let read = at;
        while (given.way === 'elements' && (given.spans[next]?.start ?? Infinity) < end) {
          const span = given.spans[next] as { start: number; end: number };
          const mark = document.createElement('mark');
          mark.textContent = given.text.slice(span.start, span.end);
          mark.style.borderBottom = '2px solid teal';
          mark.style.background = 'rgb(0 128 128 / 16%)';
          mark.title = 'Right';
          paragraph.append(given.text.slice(read, span.start), mark);
          read = span.end;
          next += 1;
        }
        paragraph.append(given.text.slice(read, end));
        column.append(paragraph);
        at = end;
      }
      host.append(column);
      document.body.append(host);
      await frame();
      await frame();
      const open = performance.now() - from;

      const scroll: number[] = [];
      let by = 160;
      for (let step = 0; step < given.frames; step += 1) {
        // a short text is scrolled up and down: at its end nothing is left to measure
        if (host.scrollTop + host.clientHeight + by > host.scrollHeight || host.scrollTop + by < 0) by = -by;
        const before = performance.now();
        host.scrollTop += by;
        await frame();
        scroll.push(performance.now() - before);
      }
      const add: number[] = [];
      for (let act = 0; act < given.acts; act += 1) {
        const before = performance.now();
        const paragraph = column.children[20 + act];
        const node = [...(paragraph?.childNodes ?? [])].find((one) => one instanceof Text && one.length > 12) as
          Text | undefined;
        if (given.way === 'elements' && node) {
          const range = document.createRange();
          range.setStart(node, 2);
          range.setEnd(node, 10);
          range.surroundContents(document.createElement('mark'));
        }
        await frame();
        await frame();
        add.push(performance.now() - before);
      }
      host.remove();
      await frame();
      return { open, scroll, add };
    },
    { way, ...asked },
  );
}

/** Accepts the task in the page and waits until its first words and spans are painted. */
export async function openText(page: Page, title: string): Promise<number> {
  return page.evaluate(async (name) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const button = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === `Accept ${name}`,
    );
    if (!button) throw new Error(`no button accepts ${name}`);
    const from = performance.now();
    button.click();
    while (!document.querySelector('[data-testid="text"] [data-paragraph]') || CSS.highlights.size === 0) await frame();
    await frame();
    return performance.now() - from;
  }, title);
}

/**
 * Scrolls the open text a step before each frame, and measures until that frame. Without a frame rate the browser under
 * heavy load sometimes gives no frame any more, whatever is on the page (timers go on): that is said, not waited for.
 */
export async function scrollText(page: Page, frames: number): Promise<readonly number[]> {
  return page.getByTestId('text').evaluate(async (own, count) => {
    const frame = () =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('the browser gave no frame for 10 s: run again')), 10_000);
        requestAnimationFrame((at) => {
          clearTimeout(late);
          resolve(at);
        });
      });
    const scroller = own.parentElement?.parentElement;
    if (!scroller) throw new Error('no text is open');
    const took: number[] = [];
    let way = 160;
    for (let step = 0; step < count; step += 1) {
      if (scroller.scrollTop + scroller.clientHeight + way > scroller.scrollHeight || scroller.scrollTop + way < 0) {
        way = -way;
      }
      const before = performance.now();
      scroller.scrollTop += way;
      await frame();
      took.push(performance.now() - before);
    }
    scroller.scrollTop = 0;
    await frame();
    return took;
  }, frames);
}

/** Marks words near the top and gives them the first class; measures from the key until the span is painted. */
export async function addSpans(page: Page, acts: number): Promise<readonly number[]> {
  return page.getByTestId('text').evaluate(async (own, count) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    own.focus();
    const took: number[] = [];
    for (let act = 0; act < count; act += 1) {
      const node = own.querySelector(`[data-paragraph="${act}"]`)?.firstChild;
      if (!node) throw new Error('the text is too short');
      getSelection()?.setBaseAndExtent(node, 2, node, 10);
      // the browser tells of a selection later; what is marked must be known first
      await new Promise((resolve) => setTimeout(resolve, 150));
      const before = performance.now();
      own.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', key: '1', bubbles: true, cancelable: true }));
      await frame();
      await frame();
      took.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return took;
  }, acts);
}
