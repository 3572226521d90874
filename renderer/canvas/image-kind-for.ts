import { allKinds, type KindName } from '../../shared/annotation/annotation.ts';

/** The first of a class's kinds that is drawn on images; a box where it names none. */
export function imageKindFor(kinds: readonly string[]): KindName {
  const known = kinds.map((name) => allKinds.find((kind) => kind.name === name));
  return known.find((kind) => kind?.medium === 'image')?.name ?? 'box';
}
