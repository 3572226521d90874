import type { WordList } from './word-list.ts';

export const en: WordList = {
  language: 'en',
  source:
    'Written for Fairmark from the plain dictionary words for each category, without slurs or slang. Not reviewed by native specialists yet. Words with a common harmless sense (kill, shoot, hit, drug, naked), and those of law and news (torture, genocide), are left out.',
  entries: [
    {
      category: 'violence',
      severity: 2,
      words: [
        'murder',
        'murdered',
        'murders',
        'massacre',
        'massacred',
        'stabbed',
        'stabbing',
        'strangled',
        'lynched',
        'lynching',
      ],
    },
    {
      category: 'gore',
      severity: 3,
      words: ['beheaded', 'beheading', 'decapitated', 'dismembered', 'disembowelled', 'mutilated', 'mutilation'],
    },
    { category: 'sexual', severity: 2, words: ['pornography', 'pornographic', 'porn'] },
    { category: 'self-harm', severity: 3, words: ['suicide', 'suicidal', 'self-harm', 'self-harmed', 'self-harming'] },
    {
      category: 'abuse',
      severity: 3,
      words: ['rape', 'raped', 'rapist', 'molested', 'molestation', 'incest'],
    },
    { category: 'hate', severity: 2, words: ['ethnic cleansing', 'subhuman', 'subhumans'] },
    { category: 'death', severity: 2, words: ['corpse', 'corpses', 'autopsy', 'mass grave', 'mass graves'] },
  ],
};
