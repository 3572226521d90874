/** Places of a ranking, best first; those that share a place together. Ids that are in none have no place yet. */
export type Places = readonly (readonly string[])[];

/** Puts one at a place of its own, so that it is number `at` (from 0) among the places; beyond the last, it is last. */
export function placedAt(places: Places, id: string, at: number): Places {
  const rest = without(places, id);
  const to = Math.min(Math.max(at, 0), rest.length);
  return [...rest.slice(0, to), [id], ...rest.slice(to)];
}

/** One place better: past the place above, or, where it shares a place, out of it. Without a place: last. */
export function movedUp(places: Places, id: string): Places {
  const at = placeOf(places, id);
  if (at === -1) return placedAt(places, id, places.length);
  return (places[at]?.length ?? 0) > 1 ? placedAt(places, id, at) : placedAt(places, id, at - 1);
}

/** One place worse: past the place below, or, where it shares a place, out of it. Without a place: last. */
export function movedDown(places: Places, id: string): Places {
  const at = placeOf(places, id);
  if (at === -1) return placedAt(places, id, places.length);
  return placedAt(places, id, at + 1);
}

/** Shares the place above; where it shares a place already, it gets the one below for itself. */
export function tiedWithAbove(places: Places, id: string): Places {
  const at = placeOf(places, id);
  if (at === -1) return places;
  if ((places[at]?.length ?? 0) > 1) return placedAt(places, id, at + 1);
  const above = places[at - 1];
  return above ? tiedWith(places, id, above[0] ?? '') : places;
}

/** Shares the place of another; nothing changes when that one has none. */
export function tiedWith(places: Places, id: string, other: string): Places {
  if (id === other || placeOf(places, other) === -1) return places;
  return without(places, id).map((place) => (place.includes(other) ? [...place, id] : place));
}

/** Takes its place away again. */
export function without(places: Places, id: string): Places {
  return places.map((place) => place.filter((one) => one !== id)).filter((place) => place.length > 0);
}

/** The number of its place, from 0; -1 while it has none. */
export function placeOf(places: Places, id: string): number {
  return places.findIndex((place) => place.includes(id));
}

/** The number that people see: 1 for the best; after a tie of two for the first place comes the third. Null without. */
export function rankOf(places: Places, id: string): number | null {
  const at = placeOf(places, id);
  return at === -1 ? null : places.slice(0, at).reduce((sum, place) => sum + place.length, 1);
}
