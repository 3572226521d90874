/** One end of a relation on the page, in page pixels. */
export interface ArcEnd {
  /** The span that it stands over: ends at one span share its width. */
  readonly spanId: string;
  /** Middle of the span's first line. */
  readonly x: number;
  /** Upper edge of that line's words. */
  readonly top: number;
}

/** A relation to draw. An end that is out of view is only known to come before or after what is seen. */
export interface Arc {
  readonly id: string;
  readonly from: ArcEnd | 'before' | 'after';
  readonly to: ArcEnd | 'before' | 'after';
  readonly directed: boolean;
  /** Of the type's name as it is shown. */
  readonly labelWidth: number;
}

export interface ArcPage {
  /** The column of words: arcs that go on in another line run to its edge. */
  readonly left: number;
  readonly right: number;
  readonly rtl: boolean;
}

/** A part of a relation on one line: all of it, or as far as the line goes. */
export interface ArcPiece {
  readonly id: string;
  /** Number from the words upwards; no two pieces of a lane overlap. */
  readonly lane: number;
  /** Left and right end of the level part. */
  readonly left: number;
  readonly right: number;
  /** Height of the level part. */
  readonly y: number;
  /** Where its feet stand; null at an end that goes on in another line. */
  readonly feet: number;
  readonly leftFoot: Foot;
  readonly rightFoot: Foot;
  /** Middle of its name, and how wide that is; null where there is no room and the other line has it. */
  readonly label: { readonly x: number; readonly width: number } | null;
}

/** `tip`: the arrow comes down here. `open`: the relation goes on in another line. */
export type Foot = 'plain' | 'tip' | 'open';

/** Height of a lane: a name in small print and some air. */
export const LANE_PX = 15;
/** Above the words stand the names of the spans; feet stand on those. */
const FEET_PX = 11;
/** From the feet to the first lane. */
const FIRST_LANE_PX = 8;
/** Feet at one span stand so far apart, and this much air is left between two arcs of a lane. */
const FOOT_GAP_PX = 5;
const AIR_PX = 6;
const SAME_LINE_PX = 6;
/** A part that goes on in another line is at least so long, into the margin if need be. */
const LEAST_PX = 22;

interface Draft {
  readonly arc: Arc;
  readonly top: number;
  readonly left: Side;
  readonly right: Side;
  readonly named: boolean;
}

interface Side {
  readonly x: number;
  readonly foot: Foot;
  readonly spanId: string | null;
}

/**
 * Lays relations out over the lines, as arcs of level parts stacked in lanes: short ones below long ones, so that
 * nested relations do not cross. A relation between two lines is shown in both, running to the edge of the column in
 * the direction of reading. Names move along their arc to where no leg of another arc runs through them.
 */
export function layoutArcs(arcs: readonly Arc[], page: ArcPage): readonly ArcPiece[] {
  const byLine = new Map<number, Draft[]>();
  for (const draft of arcs.flatMap((arc) => draftsOf(arc, page))) {
    const line = [...byLine.keys()].find((top) => Math.abs(top - draft.top) < SAME_LINE_PX) ?? draft.top;
    byLine.set(line, [...(byLine.get(line) ?? []), draft]);
  }
  return [...byLine].flatMap(([top, drafts]) => layoutLine(top, drafts));
}

/** One part a line: both ends on one line make one, else each end that is seen makes one. */
function draftsOf(arc: Arc, page: ArcPage): readonly Draft[] {
  const { from, to, directed } = arc;
  const sideOf = (end: ArcEnd, isTo: boolean): Side => ({
    x: end.x,
    foot: isTo && directed ? 'tip' : 'plain',
    spanId: end.spanId,
  });
  if (typeof from !== 'string' && typeof to !== 'string' && Math.abs(from.top - to.top) < SAME_LINE_PX) {
    const [start, end] = [sideOf(from, false), sideOf(to, true)];
    return [
      start.x <= end.x
        ? { arc, top: from.top, left: start, right: end, named: true }
        : { arc, top: from.top, left: end, right: start, named: true },
    ];
  }
  const open = (x: number): Side => ({ x, foot: 'open', spanId: null });
  const part = (end: ArcEnd, isTo: boolean, other: ArcEnd | 'before' | 'after'): Draft => {
    const goesOnBelow = typeof other === 'string' ? other === 'after' : other.top > end.top;
    const toRight = goesOnBelow !== page.rtl;
    const own = sideOf(end, isTo);
    return toRight
      ? { arc, top: end.top, left: own, right: open(Math.max(page.right, end.x + LEAST_PX)), named: true }
      : { arc, top: end.top, left: open(Math.min(page.left, end.x - LEAST_PX)), right: own, named: true };
  };
  const parts = [
    ...(typeof from === 'string' ? [] : [part(from, false, to)]),
    ...(typeof to === 'string' ? [] : [part(to, true, from)]),
  ];
  const widest = Math.max(...parts.map(widthOf));
  // a part too short for the name goes without: the other one has it
  return parts.map((one) => ({ ...one, named: widthOf(one) === widest || widthOf(one) >= arc.labelWidth }));
}

function layoutLine(top: number, drafts: readonly Draft[]): readonly ArcPiece[] {
  const spread = spreadFeet(drafts);
  const inTurn = spread.toSorted(
    (a, b) => widthOf(a) - widthOf(b) || a.left.x - b.left.x || (a.arc.id < b.arc.id ? -1 : 1),
  );
  const lanes: (readonly [number, number])[][] = [];
  const placed = inTurn.map((draft) => {
    const reach = reachOf(draft);
    const found = lanes.findIndex((taken) => taken.every(([left, right]) => reach[1] <= left || reach[0] >= right));
    const lane = found === -1 ? lanes.length : found;
    lanes[lane] = [...(lanes[lane] ?? []), reach];
    return { draft, lane };
  });
  const feet = top - FEET_PX;
  return placed.map(({ draft, lane }) => {
    const legs = placed.filter((other) => other.lane > lane).flatMap(({ draft: other }) => legsOf(other));
    return {
      id: draft.arc.id,
      lane,
      left: draft.left.x,
      right: draft.right.x,
      y: feet - FIRST_LANE_PX - lane * LANE_PX,
      feet,
      leftFoot: draft.left.foot,
      rightFoot: draft.right.foot,
      label: draft.named ? { x: placeLabel(draft, legs), width: draft.arc.labelWidth } : null,
    };
  });
}

/**
 * Feet at the same span stand side by side, in an order in which no leg runs through another arc: those that go left
 * before those that go right, the longest of both in the middle.
 */
function spreadFeet(drafts: readonly Draft[]): readonly Draft[] {
  const atSpan = new Map<string, { readonly draft: Draft; readonly goesLeft: boolean }[]>();
  for (const draft of drafts) {
    for (const [side, goesLeft] of [
      [draft.left, false],
      [draft.right, true],
    ] as const) {
      if (side.spanId !== null) atSpan.set(side.spanId, [...(atSpan.get(side.spanId) ?? []), { draft, goesLeft }]);
    }
  }
  const shifts = new Map<Draft, { left: number; right: number }>(drafts.map((one) => [one, { left: 0, right: 0 }]));
  for (const feet of atSpan.values()) {
    const left = feet.filter(({ goesLeft }) => goesLeft).toSorted((a, b) => widthOf(a.draft) - widthOf(b.draft));
    const right = feet.filter(({ goesLeft }) => !goesLeft).toSorted((a, b) => widthOf(b.draft) - widthOf(a.draft));
    [...left, ...right].forEach(({ draft, goesLeft }, place) => {
      const shift = shifts.get(draft);
      if (shift) shift[goesLeft ? 'right' : 'left'] = (place - (feet.length - 1) / 2) * FOOT_GAP_PX;
    });
  }
  return drafts.map((draft) => {
    const shift = shifts.get(draft) ?? { left: 0, right: 0 };
    const [left, right] = [draft.left.x + shift.left, draft.right.x + shift.right];
    // feet of spans that nearly stand on one another do not change sides
    const middle = (left + right) / 2;
    return {
      ...draft,
      left: { ...draft.left, x: Math.min(left, middle) },
      right: { ...draft.right, x: Math.max(right, middle) },
    };
  });
}

function widthOf({ left, right }: Draft): number {
  return right.x - left.x;
}

/** What an arc takes of its lane: itself and its name, which may be wider. */
function reachOf({ left, right, arc, named }: Draft): readonly [number, number] {
  const over = named ? Math.max(arc.labelWidth - (right.x - left.x), 0) / 2 : 0;
  return [left.x - over - AIR_PX / 2, right.x + over + AIR_PX / 2];
}

function legsOf({ left, right }: Draft): readonly number[] {
  return [left, right].flatMap(({ foot, x }) => (foot === 'open' ? [] : [x]));
}

/** The place nearest to the middle where the name is crossed by no leg; the middle when there is none. */
function placeLabel({ left, right, arc }: Draft, legs: readonly number[]): number {
  const middle = (left.x + right.x) / 2;
  const half = arc.labelWidth / 2;
  const room = Math.max((right.x - left.x) / 2 - half - 2, 0);
  const isFree = (x: number): boolean => legs.every((leg) => leg < x - half - 2 || leg > x + half + 2);
  for (let away = 0; away <= room; away += 4) {
    for (const x of [middle - away, middle + away]) if (isFree(x)) return x;
  }
  return middle;
}

const ROUND_PX = 6;

/** The piece as the `d` of an SVG path: up from a foot, level, and down to the other; open ends stay level. */
export function pathOf({ left, right, y, feet, leftFoot, rightFoot }: ArcPiece): string {
  const round = Math.min(ROUND_PX, (right - left) / 2, feet - y);
  const start =
    leftFoot === 'open' ? `M${left} ${y}` : `M${left} ${feet} L${left} ${y + round} Q${left} ${y} ${left + round} ${y}`;
  const end =
    rightFoot === 'open'
      ? `L${right} ${y}`
      : `L${right - round} ${y} Q${right} ${y} ${right} ${y + round} L${right} ${feet}`;
  return `${start} ${end}`;
}
