import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  movedDown,
  movedUp,
  placedAt,
  placeOf,
  type Places,
  rankOf,
  tiedWith,
  tiedWithAbove,
  without,
} from '../../../shared/annotation/ranking-moves.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyId = fc.constantFrom(...ids);

/** Some of the ids in some order, some of them sharing a place. */
const anyPlaces: fc.Arbitrary<Places> = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([order, joins]) =>
    order.reduce<string[][]>((places, id, at) => {
      const last = places.at(-1);
      if (last && joins[at]) last.push(id);
      else places.push([id]);
      return places;
    }, []),
  );

const moves: Readonly<Record<string, (places: Places, id: string, other: string, at: number) => Places>> = {
  placedAt: (places, id, _other, at) => placedAt(places, id, at),
  movedUp,
  movedDown,
  tiedWithAbove,
  tiedWith,
  without,
};

test('no move loses, doubles or invents an option, and none leaves an empty place', () => {
  fc.assert(
    fc.property(
      anyPlaces,
      anyId,
      anyId,
      fc.integer({ min: -2, max: 8 }),
      fc.constantFrom(...Object.keys(moves)),
      (places, id, other, at, name) => {
        const after = moves[name]?.(places, id, other, at) ?? [];
        const flat = after.flat();
        expect(new Set(flat).size).toBe(flat.length);
        expect(after.every((place) => place.length > 0)).toBe(true);
        const others = (all: Places) =>
          all
            .flat()
            .filter((one) => one !== id)
            .toSorted();
        expect(others(after)).toEqual(others(places));
      },
    ),
  );
});

test('the others keep their order among themselves', () => {
  fc.assert(
    fc.property(anyPlaces, anyId, anyId, fc.constantFrom(...Object.keys(moves)), (places, id, other, name) => {
      const after = moves[name]?.(places, id, other, 1) ?? [];
      const rest = without(places, id);
      const order = (all: Places, a: string, b: string) => Math.sign(placeOf(all, a) - placeOf(all, b));
      for (const a of rest.flat()) {
        for (const b of rest.flat()) expect(order(after, a, b)).toBe(order(rest, a, b));
      }
    }),
  );
});

test('up and down again is where it was, for one with a place of its own that can go up', () => {
  fc.assert(
    fc.property(anyPlaces, anyId, (places, id) => {
      const at = placeOf(places, id);
      fc.pre(at > 0 && places[at]?.length === 1);
      expect(movedDown(movedUp(places, id), id)).toEqual(places);
    }),
  );
});

test('a place by its number is that place, whatever was there', () => {
  fc.assert(
    fc.property(anyPlaces, anyId, fc.integer({ min: 0, max: 6 }), (places, id, at) => {
      const after = placedAt(places, id, at);
      expect(placeOf(after, id)).toBe(Math.min(at, without(places, id).length));
      expect(after[placeOf(after, id)]).toEqual([id]);
    }),
  );
});

test('sharing a place with the one above and leaving it again ends just below', () => {
  fc.assert(
    fc.property(anyPlaces, anyId, (places, id) => {
      const at = placeOf(places, id);
      fc.pre(at > 0 && places[at]?.length === 1);
      const tied = tiedWithAbove(places, id);
      expect(placeOf(tied, id)).toBe(at - 1);
      expect(tiedWithAbove(tied, id)).toEqual(places);
    }),
  );
});

test('ranks count those before: after a tie for the first place comes the third', () => {
  const places = [['a', 'b'], ['c'], ['d']];
  expect(ids.map((id) => rankOf(places, id))).toEqual([1, 1, 3, 4, null]);
});
