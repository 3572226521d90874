import type { WordList } from './word-list.ts';

export const fr: WordList = {
  language: 'fr',
  source:
    'Écrite pour Fairmark avec les mots courants du dictionnaire pour chaque catégorie, sans injures ni argot. Pas encore relue par des spécialistes. Les mots au sens souvent anodin (tuer, tirer, frapper, nu) et ceux du droit et de la presse (torture, génocide) sont laissés de côté.',
  entries: [
    {
      category: 'violence',
      severity: 2,
      words: [
        'meurtre',
        'meurtres',
        'assassinat',
        'assassiné',
        'assassinée',
        'massacre',
        'massacré',
        'massacrés',
        'poignardé',
        'poignardée',
        'étranglé',
        'étranglée',
        'lynché',
        'lynchage',
      ],
    },
    {
      category: 'gore',
      severity: 3,
      words: [
        'décapité',
        'décapitée',
        'décapitation',
        'démembré',
        'démembrée',
        'éventré',
        'éventrée',
        'mutilé',
        'mutilée',
        'mutilation',
      ],
    },
    { category: 'sexual', severity: 2, words: ['pornographie', 'pornographique', 'porno'] },
    { category: 'self-harm', severity: 3, words: ['suicide', 'suicidé', 'suicidée', 'suicidaire', 'automutilation'] },
    {
      category: 'abuse',
      severity: 3,
      words: ['viol', 'viols', 'violée', 'violées', 'violeur', 'inceste', 'pédophile', 'pédophilie'],
    },
    { category: 'hate', severity: 2, words: ['nettoyage ethnique', 'sous-homme', 'sous-hommes'] },
    { category: 'death', severity: 2, words: ['cadavre', 'cadavres', 'autopsie', 'charnier', 'charniers'] },
  ],
};
