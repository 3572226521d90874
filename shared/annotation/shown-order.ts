/**
 * Ids in an order of their own for each `seed` (a task's id): the same on every machine and in every run, and over many
 * seeds each id comes first about equally often. FNV-1a over id and seed, then the finaliser of MurmurHash3.
 */
export function shuffledBy(seed: string, ids: readonly string[]): readonly string[] {
  const keyed = ids.map((id) => ({ id, key: hashOf(`${id}\n${seed}`) }));
  return keyed.toSorted((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** Whether two lists hold the same ids in the same order. */
export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}

function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
