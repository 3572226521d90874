const LETTER = /\p{L}/gu;
/** Scripts that are written from right to left (UAX 9: classes R and AL). */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u;

/** Whether a letter is of a script that is written from right to left. */
export function isRightToLeft(letter: string): boolean {
  return RIGHT_TO_LEFT.test(letter);
}

/** Enough to tell: names and quotations in another script stand between them. */
const LOOKED_AT = 4000;

/** Which way a text is written: as most of its first letters are. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letters = text.slice(0, LOOKED_AT).match(LETTER) ?? [];
  const against = letters.filter(isRightToLeft).length;
  return against * 2 > letters.length ? 'rtl' : 'ltr';
}
