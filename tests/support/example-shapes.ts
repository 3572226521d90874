import type { KindName, Shape } from '../../shared/annotation/annotation.ts';

/** Shapes of each kind for the contract suite: plain ones and the ones that break things. A new kind adds its own. */
export const exampleShapes: Readonly<Record<KindName, readonly Shape[]>> = {
  box: [
    { kind: 'box', x: 10, y: 20, width: 30, height: 40 },
    { kind: 'box', x: -5.5, y: 0, width: 1, height: 1 },
    { kind: 'box', x: 1e6, y: 1e6, width: 1.25, height: 2e6 },
  ],
  span: [
    { kind: 'span', start: 0, end: 5, text: 'Right' },
    { kind: 'span', start: 7, end: 8, text: '😀' },
    { kind: 'span', start: 100, end: 104, text: 'حرية' },
  ],
};
