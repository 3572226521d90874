// One line a rule: the strictest advice of them all is what the worker sees.
export { dailyRest } from './daily-rest.ts';
export { day } from './day.ts';
export { eyePause } from './eye-pause.ts';
export { longBreak } from './long-break.ts';
export { rest } from './rest.ts';
export { week } from './week.ts';
export { weekMost } from './week-most.ts';
