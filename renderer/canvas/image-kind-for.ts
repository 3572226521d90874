import { allKinds, type KindName } from '../../shared/annotation/annotation.ts';

/** The first of a class's kinds that is drawn on images; null for a class that is not drawn. */
export function imageKindFor(kinds: readonly string[]): KindName | null {
  const known = kinds.map((name) => allKinds.find((kind) => kind.name === name));
  return known.find((kind) => kind?.medium === 'image')?.name ?? null;
}
