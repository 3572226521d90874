/**
 * Twelve class colours that people with any colour vision can tell apart in most pairs (after Okabe and Ito, and
 * Tol), never used without the class's name or digit. `bright` is for pictures and dark paper, `deep` for light paper
 * (4.5:1 on it); `line` is a second sign beside the colour, for the underline of a span.
 */
export const palette = [
  { bright: '#4aa8f0', deep: '#0067a3', line: 'solid' },
  { bright: '#f5b335', deep: '#8a5a00', line: 'solid' },
  { bright: '#2fc48d', deep: '#00694e', line: 'solid' },
  { bright: '#f19ccc', deep: '#a3407a', line: 'dashed' },
  { bright: '#ff8152', deep: '#ad4300', line: 'dashed' },
  { bright: '#9adcff', deep: '#1d6f9e', line: 'dotted' },
  { bright: '#f5ea5e', deep: '#6b6300', line: 'dotted' },
  { bright: '#b0a4ff', deep: '#4a3aa8', line: 'wavy' },
  { bright: '#ea7fa0', deep: '#882255', line: 'wavy' },
  { bright: '#78e0d3', deep: '#1a6c61', line: 'double' },
  { bright: '#cdcd5a', deep: '#5d5d1b', line: 'double' },
  { bright: '#dcdcdc', deep: '#555555', line: 'solid' },
] as const;

/** The colour of a class on a picture. */
export function brightOf(colour: number): string {
  return palette[colour % palette.length]?.bright ?? '#dcdcdc';
}

/** The colour of a class beside an item: on pictures the one that is drawn there, in texts the theme's. */
export function swatchOf(medium: 'image' | 'text', colour: number): string {
  return medium === 'image' ? brightOf(colour) : colourVariable(colour);
}

/** The CSS variable of a class colour; it is `deep` on light paper and `bright` on dark. */
export function colourVariable(colour: number): string {
  return `var(--fm-class-${colour % palette.length})`;
}
