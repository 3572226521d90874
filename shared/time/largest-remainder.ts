/**
 * Divides a whole amount in proportion to whole weights, so that the parts are whole and add up to it exactly: each
 * part is rounded down, and what is left over goes to the largest remainders, the earlier one first among equals
 * (Hamilton's method). BigInt inside: milliseconds times milliseconds leave the safe integers.
 *
 * @returns zeros when no weight is above zero.
 */
export function divideByWeight(amount: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, part: Number(product / total), remainder: product % total };
  });
  const left = amount - shares.reduce((sum, share) => sum + share.part, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  const winners = new Set(byRemainder.slice(0, left).map((share) => share.index));
  return shares.map((share) => share.part + (winners.has(share.index) ? 1 : 0));
}

/** `numerator / denominator` to the nearest whole number, halves upwards; exact however large the two are. */
export function roundedQuotient(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
