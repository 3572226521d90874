import type { WordList } from './word-list.ts';

export const es: WordList = {
  language: 'es',
  source:
    'Escrita para Fairmark con las palabras corrientes del diccionario para cada categoría, sin insultos ni jerga. Todavía no revisada por especialistas. Se dejan fuera las palabras con un sentido inocente frecuente (matar, disparar, golpear, desnudo) y las del derecho y la prensa (tortura, genocidio).',
  entries: [
    {
      category: 'violence',
      severity: 2,
      words: [
        'asesinato',
        'asesinatos',
        'asesinado',
        'asesinada',
        'masacre',
        'masacrado',
        'masacrada',
        'apuñalado',
        'apuñalada',
        'estrangulado',
        'estrangulada',
        'linchamiento',
      ],
    },
    {
      category: 'gore',
      severity: 3,
      words: [
        'decapitado',
        'decapitada',
        'decapitación',
        'desmembrado',
        'desmembrada',
        'destripado',
        'destripada',
        'mutilado',
        'mutilada',
        'mutilación',
      ],
    },
    { category: 'sexual', severity: 2, words: ['pornografía', 'pornográfico', 'pornográfica', 'porno'] },
    { category: 'self-harm', severity: 3, words: ['suicidio', 'suicidarse', 'suicida', 'autolesión', 'autolesiones'] },
    {
      category: 'abuse',
      severity: 3,
      words: ['violación', 'violaciones', 'violada', 'violador', 'incesto', 'pederasta', 'pederastia'],
    },
    { category: 'hate', severity: 2, words: ['limpieza étnica', 'infrahumano', 'infrahumanos'] },
    { category: 'death', severity: 2, words: ['cadáver', 'cadáveres', 'autopsia', 'fosa común', 'fosas comunes'] },
  ],
};
