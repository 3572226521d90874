// One line a claim: the manifest schema and every check derive from this list.
export { files } from './files.ts';
export { signatures } from './signatures.ts';
export { release } from './release.ts';
export { terms } from './terms.ts';
export { care } from './care.ts';
export { workers } from './workers.ts';
export { time } from './time.ts';
export { pay } from './pay.ts';
export { rate } from './rate.ts';
export { items } from './items.ts';
export { breaks } from './breaks.ts';
export { exposure } from './exposure.ts';
export { clock } from './clock.ts';
export { origin } from './origin.ts';
export { coverage } from './coverage.ts';
export { completeness } from './completeness.ts';
