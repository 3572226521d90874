import { imageKindOf, kindOf, type KindName, type Shape } from '../../shared/annotation/annotation.ts';
import type { DrawEvent, DrawSetting, GestureStep, ImageKind } from '../../shared/annotation/kind.ts';

type Place = readonly [x: number, y: number];
/** `d`own, `m`ove, `u`p at a place (with held keys), or a key by its meaning. */
export type Stroke =
  readonly ['d' | 'm' | 'u', number, number, ('shift' | 'alt')?] | 'finish' | 'part' | 'back' | 'cycle' | 'cancel';

const types = { d: 'down', m: 'move', u: 'up' } as const;

/** A click in each place. */
export function clicks(...places: readonly Place[]): readonly Stroke[] {
  return places.flatMap(([x, y]): Stroke[] => [
    ['d', x, y],
    ['u', x, y],
  ]);
}

/** Presses at the first place, goes through the others, lets go at the last. */
export function dragging(...places: readonly [Place, ...Place[]]): readonly Stroke[] {
  const [first, ...more] = places;
  const last = more.at(-1) ?? first;
  return [['d', ...first], ...more.map((place): Stroke => ['m', ...place]), ['u', ...last]];
}

/** Runs a kind's gesture and answers its last step. `on` is the shape that is continued. */
export function drawn(
  name: KindName,
  strokes: readonly Stroke[],
  more: Partial<DrawSetting> & { readonly on?: Shape } = {},
): GestureStep<unknown, Shape> {
  const kind = kindOf(name);
  if (kind.medium !== 'image') throw new Error(`${name} is not drawn`);
  const { gesture } = kind as unknown as ImageKind<string, never>;
  const { on, ...setting } = { width: 200, height: 100, ...more };
  let step: GestureStep<unknown, Shape> = {
    state: on ? imageKindOf(on)?.gesture.resume?.(on) : gesture.start,
    draft: null,
    done: null,
  };
  for (const stroke of strokes) step = gesture.step(step.state, eventOf(stroke), setting);
  return step;
}

export function eventOf(stroke: Stroke): DrawEvent {
  if (typeof stroke === 'string') return { type: stroke };
  const [type, x, y, held] = stroke;
  return { type: types[type], at: { x, y }, tolerancePx: 4, shift: held === 'shift', alt: held === 'alt' };
}
