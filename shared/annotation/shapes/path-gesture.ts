import { clampToSize, type Point } from '../../core/geometry.ts';
import type { DrawGesture, GestureEvent, GestureStep } from '../kind.ts';
import { distance } from './lines.ts';

export type Line = { x: number; y: number }[];

/** `lines` are finished, `points` is the line under way, `pointer` where the hand is. */
export interface PathState {
  readonly lines: readonly Line[];
  readonly points: Line;
  readonly pointer: Point | null;
  /** The button is down: dragging draws freehand. */
  readonly pressed: boolean;
  /** What happens when the button goes up: the press said that the line is complete. */
  readonly ending: 'no' | 'finish' | 'part';
  /** Lines of the shape that is continued; they are not taken back. */
  readonly kept: number;
}

interface PathRules<Shape> {
  /** Points that a line needs. */
  readonly min: number;
  /** A click on the first point closes the line; otherwise one on the last point ends it. */
  readonly closed: boolean;
  /** The shape has several lines: Shift with the closing click, or `part`, goes on with another. */
  readonly parts: boolean;
  build(lines: readonly Line[]): Shape | null;
  readonly resume?: (shape: Shape) => readonly Line[];
}

/** Freehand points are at least this many tolerances apart. */
const FREEHAND_STEP = 1.6;

const start: PathState = { lines: [], points: [], pointer: null, pressed: false, ending: 'no', kept: 0 };

/** Point after point: a click each, or freehand while the button is held. Enter ends, Backspace takes a point back. */
export function pathGesture<Shape>(rules: PathRules<Shape>): DrawGesture<PathState, Shape> {
  const { resume } = rules;
  return {
    start,
    step(state, event, setting) {
      switch (event.type) {
        case 'cancel':
          return { state: start, draft: null, done: null };
        case 'finish':
          return finish(state, rules);
        case 'part':
          return shown(rules.parts && state.points.length >= rules.min ? nextPart(state) : state, rules);
        case 'back':
          return shown(back(state), rules);
        case 'cycle':
          return shown(state, rules);
        case 'down':
          return press(state, { ...event, at: clampToSize(event.at, setting) }, rules);
        case 'move': {
          const at = clampToSize(event.at, setting);
          const last = state.points.at(-1);
          const far = last !== undefined && distance(last, at) >= event.tolerancePx * FREEHAND_STEP;
          const points = state.pressed && far ? [...state.points, { x: at.x, y: at.y }] : state.points;
          return isIdle(state) ? { state, draft: null, done: null } : shown({ ...state, points, pointer: at }, rules);
        }
        case 'up': {
          if (isIdle(state)) return { state, draft: null, done: null };
          const released: PathState = { ...state, pressed: false, ending: 'no' };
          if (state.ending === 'no') return shown(released, rules);
          return state.ending === 'part' ? shown(nextPart(released), rules) : finish(released, rules);
        }
      }
    },
    ...(resume
      ? {
          resume: (shape: Shape) => {
            const lines = resume(shape);
            return { ...start, lines, kept: lines.length };
          },
        }
      : {}),
  };
}

function isIdle({ lines, points, kept }: PathState): boolean {
  return points.length === 0 && lines.length === kept;
}

function press<Shape>(
  state: PathState,
  { at, tolerancePx, shift = false }: Extract<GestureEvent, { type: 'down' | 'move' | 'up' }>,
  rules: PathRules<Shape>,
): GestureStep<PathState, Shape> {
  const { points } = state;
  const [first, last] = [points[0], points.at(-1)];
  const enough = points.length >= rules.min;
  const closes = rules.closed && enough && first !== undefined && distance(first, at) <= tolerancePx * 1.5;
  // The second press of a double click lies where the first one did.
  const repeats = last !== undefined && distance(last, at) <= tolerancePx / 2;
  if (closes || (repeats && enough)) {
    return shown({ ...state, ending: rules.parts && shift ? 'part' : 'finish' }, rules);
  }
  if (repeats) return shown({ ...state, pressed: true }, rules);
  return shown({ ...state, points: [...points, { x: at.x, y: at.y }], pointer: at, pressed: true }, rules);
}

function nextPart(state: PathState): PathState {
  return { ...state, lines: [...state.lines, state.points], points: [], pressed: false };
}

/** Enough points make a line; a line with too few stays under way, unless there are lines without it. */
function finish<Shape>(state: PathState, rules: PathRules<Shape>): GestureStep<PathState, Shape> {
  const enough = state.points.length >= rules.min;
  const lines = enough ? [...state.lines, state.points] : state.lines;
  const ready = enough || (state.points.length === 0 && state.lines.length > state.kept);
  const done = ready ? rules.build(lines) : null;
  return done ? { state: start, draft: null, done } : shown(state, rules);
}

function back(state: PathState): PathState {
  if (state.points.length > 1) return { ...state, points: state.points.slice(0, -1) };
  const before = state.lines.at(-1);
  if (state.points.length === 0 && state.lines.length > state.kept && before) {
    return { ...state, lines: state.lines.slice(0, -1), points: before };
  }
  return state.lines.length > state.kept ? { ...state, points: [] } : start;
}

function shown<Shape>(state: PathState, rules: PathRules<Shape>): GestureStep<PathState, Shape> {
  if (state === start) return { state, draft: null, done: null };
  const { lines, points, pointer } = state;
  const open = pointer && points.length > 0 ? [...points, pointer] : points;
  const finished = lines.map((line) => (rules.closed && line[0] ? [...line, line[0]] : line));
  return {
    state,
    draft: null,
    done: null,
    trace: { lines: open.length > 0 ? [...finished, open] : finished, dots: [...lines.flat(), ...points] },
  };
}
