/** Entries that hold every word, best first: the very name, one that begins so, a word that does, any place. */
export function foundByName<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  words: string,
): readonly Entry[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, rank: rankOf(plain(entry.name), wanted) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entry }) => entry);
}

function rankOf(name: string, wanted: readonly string[]): number | null {
  if (!wanted.every((word) => name.includes(word))) return null;
  const first = wanted[0] ?? '';
  if (name === wanted.join(' ')) return -1;
  if (name.startsWith(first)) return 0;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first)) ? 1 : 2;
}

/** Small letters without their marks: "reperer" finds "Repérer". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
