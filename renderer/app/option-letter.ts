/** How an option is called where it stands: answers by letters in the order in which they are shown. */
export function letterOf(shown: readonly string[], id: string): string {
  const at = shown.indexOf(id);
  return at === -1 ? id : String.fromCodePoint(65 + (at % 26)) + (at < 26 ? '' : String(Math.floor(at / 26) + 1));
}
