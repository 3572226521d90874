// One line a kind: the union type, the parser and every lookup derive from this list.
export { box } from './box.ts';
export { ellipse } from './ellipse.ts';
export { freeText } from './free-text.ts';
export { itemClass } from './item-class.ts';
export { mask } from './mask.ts';
export { point } from './point.ts';
export { polygon } from './polygon.ts';
export { polyline } from './polyline.ts';
export { preference } from './preference.ts';
export { ranking } from './ranking.ts';
export { rating } from './rating.ts';
export { relation } from './relation.ts';
export { rotatedBox } from './rotated-box.ts';
export { skeleton } from './skeleton.ts';
export { span } from './span.ts';
export { tag } from './tag.ts';
