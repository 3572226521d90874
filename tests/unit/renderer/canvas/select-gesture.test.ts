import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../../shared/annotation/kind.ts';
import {
  idleSelect,
  type SelectContext,
  type SelectStep,
  stepSelect,
} from '../../../../renderer/canvas/gestures/select-gesture.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const outer = makeBox('outer', { x: 50, y: 50, width: 200, height: 150 }, { order: 0 });
const inner = makeBox('inner', { x: 100, y: 100, width: 40, height: 40 }, { order: 1 });
const context: SelectContext = { annotations: [outer, inner], selectedIds: [], item, snap: (at) => at };

type Place = readonly [x: number, y: number];
const event = (type: 'down' | 'move' | 'up', [x, y]: Place): GestureEvent => ({ type, at: { x, y }, tolerancePx: 5 });

/** Presses at the first place, goes through the others, lets go at the last. */
function drag(
  places: readonly [Place, ...Place[]],
  given: Partial<SelectContext> = {},
): SelectStep & { selected: readonly string[] } {
  let selectedIds = given.selectedIds ?? [];
  const now = { ...context, ...given };
  let step = stepSelect(idleSelect, event('down', places[0]), now);
  const note = () => {
    if (step.select !== undefined) selectedIds = step.select;
  };
  note();
  for (const place of places.slice(1)) {
    step = stepSelect(step.state, event('move', place), { ...now, selectedIds });
    note();
  }
  step = stepSelect(step.state, event('up', places.at(-1) ?? places[0]), { ...now, selectedIds });
  note();
  return { ...step, selected: selectedIds };
}

const rectOf = (annotations: readonly Annotation[] | null) => annotations?.[0]?.shape;

describe('a click', () => {
  test.each<[string, Place, string | null]>([
    ['inside one box selects it', [60, 180], 'outer'],
    ['inside both selects the smaller', [120, 120], 'inner'],
    ['on a border selects its box, even inside another', [139, 120], 'inner'],
    ['beside all selects nothing', [10, 10], null],
    ['a little outside a border still selects', [46, 100], 'outer'],
    ['too far outside does not', [44, 100], null],
  ])('%s', (_name, at, selected) => {
    expect(drag([at])).toMatchObject({ selected: selected === null ? [] : [selected], done: null, state: idleSelect });
  });

  test('with a tremble is a click, not a move', () => {
    expect(
      drag([
        [60, 180],
        [61, 181],
      ]),
    ).toMatchObject({ selected: ['outer'], done: null });
  });
});

describe('a drag', () => {
  test('on a box moves it', () => {
    expect(
      rectOf(
        drag([
          [60, 180],
          [70, 190],
          [80, 200],
        ]).done,
      ),
    ).toEqual({ kind: 'box', x: 70, y: 70, width: 200, height: 150 });
  });

  test('stops at the borders of the item', () => {
    expect(
      rectOf(
        drag([
          [60, 180],
          [900, 900],
        ]).done,
      ),
    ).toEqual({ kind: 'box', x: 200, y: 150, width: 200, height: 150 });
  });

  test('on a grip of the selected box resizes it', () => {
    const resized = drag(
      [
        [250, 200],
        [300, 260],
      ],
      { selectedIds: ['outer'] },
    );
    expect(rectOf(resized.done)).toEqual({ kind: 'box', x: 50, y: 50, width: 250, height: 210 });
  });

  test('on a grip of a box that is not selected moves it', () => {
    expect(
      rectOf(
        drag([
          [250, 200],
          [240, 190],
        ]).done,
      ),
    ).toMatchObject({ x: 40, y: 40, width: 200, height: 150 });
  });

  test('through the other side flips the box', () => {
    const flipped = drag(
      [
        [50, 125],
        [300, 125],
      ],
      { selectedIds: ['outer'] },
    );
    expect(rectOf(flipped.done)).toEqual({ kind: 'box', x: 250, y: 50, width: 50, height: 150 });
  });

  test('shows where the box will be, and keeps nothing before the hand lets go', () => {
    const pressed = stepSelect(idleSelect, event('down', [60, 180]), context);
    const moving = stepSelect(pressed.state, event('move', [80, 200]), { ...context, selectedIds: ['outer'] });
    expect(moving).toMatchObject({ done: null, preview: [{ shape: { x: 70, y: 70 } }] });
  });

  test('that is cancelled leaves the box where it was', () => {
    const pressed = stepSelect(idleSelect, event('down', [60, 180]), context);
    const moving = stepSelect(pressed.state, event('move', [80, 200]), context);
    expect(stepSelect(moving.state, { type: 'cancel' }, context)).toEqual({
      state: idleSelect,
      preview: [],
      done: null,
      marquee: null,
    });
  });

  test('of an accepted suggestion makes it an edited one', () => {
    const suggestion = { ...outer, origin: 'accepted' as const };
    expect(
      drag(
        [
          [60, 180],
          [80, 200],
        ],
        { annotations: [suggestion] },
      ).done?.[0]?.origin,
    ).toBe('edited');
  });
});

describe('many', () => {
  const press = (place: Place, shift = false): GestureEvent => ({
    type: 'down',
    at: { x: place[0], y: place[1] },
    tolerancePx: 5,
    ...(shift ? { shift } : {}),
  });
  const both = { ...context, selectedIds: ['outer', 'inner'] };

  test.each<[string, readonly string[], Place, readonly string[]]>([
    ['Shift adds what is not selected', ['outer'], [120, 120], ['outer', 'inner']],
    ['Shift takes away what is selected', ['outer', 'inner'], [120, 120], ['outer']],
    ['Shift beside all keeps what is selected', ['outer'], [10, 10], ['outer']],
  ])('%s', (_name, selectedIds, at, after) => {
    expect(stepSelect(idleSelect, press(at, true), { ...context, selectedIds }).select).toEqual(after);
  });

  test('a drag on one of them moves all, as one step', () => {
    const pressed = stepSelect(idleSelect, press([60, 180]), both);
    const moved = stepSelect(pressed.state, event('move', [70, 190]), both);
    expect(stepSelect(moved.state, event('up', [70, 190]), both).done).toMatchObject([
      { id: 'outer', shape: { x: 60, y: 60 } },
      { id: 'inner', shape: { x: 110, y: 110 } },
    ]);
  });

  test('a click on one of them selects it alone', () => {
    const pressed = stepSelect(idleSelect, press([120, 120]), both);
    expect(pressed.select).toEqual(['outer', 'inner']);
    expect(stepSelect(pressed.state, event('up', [120, 120]), both)).toMatchObject({ select: ['inner'], done: null });
  });

  test('stop at the border of the item together', () => {
    const pressed = stepSelect(idleSelect, press([60, 180]), both);
    const moved = stepSelect(pressed.state, event('move', [-900, 180]), both);
    expect(stepSelect(moved.state, event('up', [-900, 180]), both).done).toMatchObject([
      { shape: { x: 0 } },
      { shape: { x: 50 } },
    ]);
  });

  test('are selected by a frame that touches them', () => {
    const started = stepSelect(idleSelect, press([5, 5]), context);
    const dragged = stepSelect(started.state, event('move', [60, 60]), context);
    expect(dragged.marquee).toEqual({ x: 5, y: 5, width: 55, height: 55 });
    expect(stepSelect(dragged.state, event('up', [60, 60]), context).select).toEqual(['outer']);
    expect(stepSelect(dragged.state, event('up', [200, 180]), context).select).toEqual(['outer', 'inner']);
    expect(stepSelect(dragged.state, { type: 'cancel' }, context).marquee).toBeNull();
  });
});

describe('the outline of the one selected annotation', () => {
  const ring = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
    { x: 200, y: 200 },
    { x: 100, y: 200 },
  ];
  const polygon: Annotation = {
    ...makeBox('p', { x: 0, y: 0, width: 1, height: 1 }, { origin: 'accepted' }),
    shape: { kind: 'polygon', parts: [{ outer: ring, holes: [] }] },
  };
  const alone = { ...context, annotations: [polygon], selectedIds: ['p'] };
  type Held = { readonly alt?: boolean; readonly again?: boolean };
  const press = ([x, y]: Place, held: Held = {}) => ({ ...event('down', [x, y]), ...held });
  const ringOf = (annotations: readonly Annotation[] | null) => {
    const shape = annotations?.[0]?.shape;
    return shape?.kind === 'polygon' ? shape.parts[0]?.outer : undefined;
  };

  test.each<[string, Held]>([
    ['Alt', { alt: true }],
    ['a double click', { again: true }],
  ])('gets a vertex by %s on a border, which the hand holds until it lets go', (_name, held) => {
    const pressed = stepSelect(idleSelect, press([150, 102], held), alone);
    expect(pressed).toMatchObject({ done: null, preview: [{ origin: 'edited' }] });
    expect(ringOf(pressed.preview)).toEqual(ring.toSpliced(1, 0, { x: 150, y: 100 }));
    const released = stepSelect(pressed.state, event('up', [150, 102]), alone);
    expect(ringOf(released.done)).toEqual(ring.toSpliced(1, 0, { x: 150, y: 100 }));
    expect(released).toMatchObject({ state: idleSelect, grip: '0.1' });
    const moving = stepSelect(pressed.state, event('move', [150, 72]), alone);
    expect(ringOf(stepSelect(moving.state, event('up', [150, 72]), alone).done)?.[1]).toEqual({ x: 150, y: 70 });
  });

  test('loses a vertex by Alt on it', () => {
    const step = stepSelect(idleSelect, press([201, 101], { alt: true }), alone);
    expect(step.state).toEqual(idleSelect);
    expect(ringOf(step.done)).toEqual(ring.toSpliced(1, 1));
  });

  test('a click on a vertex takes it for the keys and moves nothing', () => {
    const pressed = stepSelect(idleSelect, press([203, 102]), alone);
    const trembled = stepSelect(pressed.state, event('move', [204, 102]), alone);
    expect(stepSelect(trembled.state, event('up', [204, 102]), alone)).toEqual({
      state: idleSelect,
      preview: [],
      done: null,
      marquee: null,
      grip: '0.1',
    });
  });

  test('a vertex that a hand missed a little does not jump to it', () => {
    const pressed = stepSelect(idleSelect, press([203, 102]), alone);
    const moved = stepSelect(pressed.state, event('move', [213, 112]), alone);
    expect(ringOf(moved.preview)?.[1]).toEqual({ x: 210, y: 110 });
  });

  test.each<[string, Place, Held, Partial<SelectContext>]>([
    ['a plain press on a border', [150, 102], {}, {}],
    ['a double click inside', [150, 150], { again: true }, {}],
    ['Alt with nothing selected', [200, 100], { alt: true }, { selectedIds: [] }],
    ['Alt with more than one selected', [200, 100], { alt: true }, { selectedIds: ['p', 'q'] }],
    ['a double click on a vertex that has no states', [200, 100], { again: true }, {}],
  ])('%s changes nothing', (_name, at, held, given) => {
    const step = stepSelect(idleSelect, press(at, held), { ...alone, ...given });
    expect(step).toMatchObject({ done: null, preview: [] });
    expect(stepSelect(step.state, event('up', at), { ...alone, ...given }).done).toBeNull();
  });
});

describe('each state of the selecting hand answers each event', () => {
  const selected = { ...context, selectedIds: ['outer'] };
  const after = (...events: readonly GestureEvent[]) =>
    events.reduce((state, one) => stepSelect(state, one, selected).state, idleSelect);
  const states = {
    idle: after(),
    pressed: after(event('down', [60, 180])),
    moving: after(event('down', [60, 180]), event('move', [80, 190])),
    gripped: after(event('down', [250, 200])),
    resizing: after(event('down', [250, 200]), event('move', [280, 220])),
    marquee: after(event('down', [10, 10]), event('move', [30, 30])),
  };

  // what it is in then; with + if something is kept by it
  test.each<[keyof typeof states, string, string, string]>([
    ['idle', 'marquee', 'idle', 'idle'],
    ['pressed', 'pressed', 'moving', 'idle'],
    ['moving', 'moving', 'moving', 'idle +'],
    ['gripped', 'gripped', 'resizing', 'idle'],
    ['resizing', 'resizing', 'resizing', 'idle +'],
    ['marquee', 'marquee', 'marquee', 'idle'],
  ])('%s: a press gives %s, a move %s, letting go %s, a cancel idle', (name, down, move, up) => {
    const state = states[name];
    expect(state.phase).toBe(name);
    const outcome = (one: GestureEvent) => {
      const step = stepSelect(state, one, selected);
      return `${step.state.phase}${step.done ? ' +' : ''}`;
    };
    const far: Place = [20, 250];
    expect([outcome(event('down', far)), outcome(event('move', far)), outcome(event('up', far))]).toEqual([
      down,
      move,
      up,
    ]);
    expect(stepSelect(state, { type: 'cancel' }, selected)).toEqual({
      state: idleSelect,
      preview: [],
      done: null,
      marquee: null,
    });
  });
});
