import { describe, expect, test } from 'vitest';
import {
  cellAfter,
  hiddenReveal,
  isOffered,
  middleCell,
  type Reveal,
  type RevealEvent,
  stepReveal,
} from '../../../../renderer/wellbeing/reveal.ts';

function after(...events: readonly RevealEvent[]): Reveal {
  return events.reduce(stepReveal, hiddenReveal);
}

const press: RevealEvent = { type: 'pressed', byToggle: false };
const release: RevealEvent = { type: 'released', byToggle: false };
const grant: RevealEvent = { type: 'granted', request: 1, atMs: 1000 };

describe('holding', () => {
  test('asks first and shows only what was granted', () => {
    expect(after(press).phase).toBe('asking');
    expect(after(press, grant).phase).toBe('shown');
  });

  test('ends with the hand', () => {
    expect(after(press, grant, release).phase).toBe('hidden');
    expect(after(press, release).phase).toBe('hidden');
  });

  test('that ended before the answer came shows nothing', () => {
    expect(after(press, release, grant).phase).toBe('hidden');
    expect(after(press, release, press, grant).phase).toBe('asking');
  });

  test('without a movement hides again after 10 s', () => {
    const tick = (atMs: number): RevealEvent => ({ type: 'ticked', atMs, byToggle: false });
    expect(after(press, grant, tick(10_999)).phase).toBe('shown');
    expect(after(press, grant, tick(11_000)).phase).toBe('hidden');
    expect(after(press, grant, { type: 'moved', atMs: 5000 }, tick(11_000)).phase).toBe('shown');
  });

  test('ends when the window, the item or the main process says so', () => {
    expect(after(press, grant, { type: 'hide' }).phase).toBe('hidden');
    expect(after(press, { type: 'refused', request: 1 }).phase).toBe('hidden');
  });
});

describe('a toggle', () => {
  const toggle: RevealEvent = { type: 'pressed', byToggle: true };

  test('shows until it is pressed again, whatever the hand does', () => {
    const shown = after(toggle, grant, { type: 'released', byToggle: true });
    expect(shown.phase).toBe('shown');
    expect(stepReveal(shown, toggle).phase).toBe('hidden');
  });

  test('hides by itself after 5 s', () => {
    const tick = (atMs: number): RevealEvent => ({ type: 'ticked', atMs, byToggle: true });
    expect(after(toggle, grant, tick(5999)).phase).toBe('shown');
    expect(after(toggle, grant, tick(6000)).phase).toBe('hidden');
  });
});

describe('how much is shown', () => {
  const offered = (reveal: Reveal) => (['lens', 'grey', 'colour'] as const).filter((mode) => isOffered(reveal, mode));

  test('is a lens at first; each further step is offered after the one before', () => {
    expect(offered(hiddenReveal)).toEqual(['lens']);
    const lensSeen = after(press, grant, release);
    expect(offered(lensSeen)).toEqual(['lens', 'grey']);
    const greySeen = [{ type: 'mode chosen', mode: 'grey' } as const, press, { ...grant, request: 2 }, release].reduce(
      stepReveal,
      lensSeen,
    );
    expect(offered(greySeen)).toEqual(['lens', 'grey', 'colour']);
  });

  test('cannot be chosen out of turn', () => {
    expect(after({ type: 'mode chosen', mode: 'colour' })).toEqual(hiddenReveal);
  });

  test('a choice hides what is shown: the next look is an act of its own', () => {
    expect(after(press, grant, { type: 'mode chosen', mode: 'grey' })).toMatchObject({ phase: 'hidden', mode: 'grey' });
  });
});

test('the keyboard looks at a 3 x 3 grid and stops at its border', () => {
  const go = (...codes: readonly string[]) => codes.reduce((cell, code) => cellAfter(cell, code) ?? cell, middleCell);
  expect(go('ArrowLeft', 'ArrowUp', 'ArrowUp')).toEqual({ column: 0, row: 0 });
  expect(go('ArrowRight', 'ArrowRight', 'ArrowDown')).toEqual({ column: 2, row: 2 });
  expect(cellAfter(middleCell, 'Space')).toBeNull();
});
