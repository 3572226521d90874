/** Public-domain historical photographs, by the name of their package, in the order in which they are served. */
export const sampleImages = [
  { name: 'nagasaki-boats', title: 'Boats at Nagasaki' },
  { name: 'locomotion-house-cat', title: 'A house cat in motion' },
  { name: 'airplane-from-above', title: 'Airplane from above' },
  { name: 'dust-bowl-home', title: 'A home in the Dust Bowl' },
  { name: 'march-pastoral', title: 'March pastoral' },
  { name: 'french-alpine-landscape', title: 'Alpine landscape, France' },
  { name: 'black-canyon', title: 'Black Canyon' },
  { name: 'acanthus-mollis', title: 'Acanthus mollis' },
  { name: 'allium-oreophilum', title: 'Allium oreophilum' },
] as const;

/** The photograph that carries the sample's flag. */
export const FLAGGED_IMAGE = 'dust-bowl-home';

/** The Universal Declaration of Human Rights: `code` is its file in the package, `language` its BCP 47 tag. */
export const sampleTexts = [
  { code: 'eng', language: 'en', direction: 'ltr', title: 'Universal Declaration of Human Rights' },
  { code: 'fra', language: 'fr', direction: 'ltr', title: 'Déclaration universelle des droits de l’homme' },
  { code: 'spa', language: 'es', direction: 'ltr', title: 'Declaración Universal de Derechos Humanos' },
  { code: 'arb', language: 'ar', direction: 'rtl', title: 'الإعلان العالمي لحقوق الإنسان' },
  { code: 'amh', language: 'am', direction: 'ltr', title: 'ስለሰብአዊ፡መብቶች' },
  { code: 'swh', language: 'sw', direction: 'ltr', title: 'Taarifa ya Ulimwengu juu ya Haki za Binadamu' },
  { code: 'plt', language: 'mg', direction: 'ltr', title: 'Fanambarana iraisam-pirenena momba ny zon’olombelona' },
  { code: 'ukr', language: 'uk', direction: 'ltr', title: 'Загальна декларація прав людини' },
] as const;
