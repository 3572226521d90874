/** Amounts of money as people type them. Hundredths of the currency inside, like everywhere. */

/** "4,35" or "4.35"; whole numbers too. At most 9 digits before the point, so that sums stay exact. */
const pattern = /^(\d{1,9})(?:[.,](\d{1,2}))?$/;

/** Parses a typed amount into minor units; null if it is none. Spaces are let through, signs are not. */
export function parseAmount(typed: string): number | null {
  const match = pattern.exec(typed.replaceAll(/\s/g, ''));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Writes minor units for a text field in the language's own way, without the currency: "4,35". */
export function writeAmount(minor: number, language: string): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: false,
  }).format(minor / 100);
}
