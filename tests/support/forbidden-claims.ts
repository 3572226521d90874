/**
 * What Fairmark must never claim, by language (wellbeing.md): hiding content has not been shown to keep anybody well.
 * "URL-safe" is a name of an alphabet.
 */
export const forbiddenClaims: Readonly<Record<string, RegExp>> = {
  en: /(?<!URL-)\b(?:safe|safely|safer|safety|harmless|risk-free|trauma-free|guarantees?|guaranteed|(?:protects?|shields?|heals?) (?:you|workers?|people|annotators?|your)|protected from)\b/i,
  fr: /(?:^|[^\p{L}])(?:sûrs?|sûres?|en sécurité|sans danger|sans risque|inoffensi(?:f|fs|ve|ves)|garanti(?:e|s|es|t|ssent)?|(?:vous|les) protège(?:nt)?|protège(?:nt)? (?:vos|votre|les personnes))(?=$|[^\p{L}])/iu,
};
