import { beforeEach, describe, expect, it } from 'vitest';
import { createTyping, MOST_MS, PAUSE_MS } from '../../../../renderer/workbench/typing.ts';

describe('typing into a field', () => {
  let nowMs = 0;
  let planned: { atMs: number; run: () => void } | null = null;
  let kept: string[] = [];
  let unsaved = false;

  const typing = () =>
    createTyping({
      keep: (text, goesOn) => kept.push(`${goesOn ? '+' : ''}${text}`),
      unsaved: (is) => (unsaved = is),
      nowMs: () => nowMs,
      after(ms, run) {
        const own = { atMs: nowMs + ms, run };
        planned = own;
        return () => (planned = planned === own ? null : planned);
      },
    });
  const pass = (ms: number) => {
    nowMs += ms;
    if (planned && planned.atMs <= nowMs) planned.run();
  };

  beforeEach(() => {
    [nowMs, planned, kept, unsaved] = [0, null, [], false];
  });

  it('keeps the words after a pause, and says until then that they are not', () => {
    const field = typing();
    field.typed('a');
    expect([unsaved, kept]).toEqual([true, []]);
    pass(PAUSE_MS);
    expect([unsaved, kept]).toEqual([false, ['a']]);
  });

  it('keeps them at least once a second, however fast the keys come', () => {
    const field = typing();
    for (let text = 'a'; nowMs < 10_000; text += 'a') {
      field.typed(text);
      pass(100);
    }
    expect(kept.length).toBeGreaterThanOrEqual(10_000 / (MOST_MS + 100));
    expect(kept.slice(1).every((words) => words.startsWith('+'))).toBe(true);
  });

  it('keeps them at once when the field is left, and begins a new step after that', () => {
    const field = typing();
    field.typed('one');
    field.left();
    field.typed('one two');
    field.flush();
    field.flush();
    expect(kept).toEqual(['one', 'one two']);
  });
});
