import { type Point, type Rect, rectsTouch } from '../../../shared/core/geometry.ts';
import { toView, type View } from '../view.ts';
import { type LinkLine, pointOfLink } from './link-lines.ts';

/** How a type of relation looks on a picture. */
export interface LinkLook {
  readonly name: string;
  readonly colour: string;
  readonly directed: boolean;
}

export interface DrawLinksOptions {
  readonly view: View;
  /** What is to be seen, in image pixels. */
  readonly visible: Rect;
  readonly lookOf: (classId: string) => LinkLook;
  readonly labels: boolean;
}

const ARROW_PX = 9;
/** Beyond this many in view names would cover the picture; the list beside it has them all. */
const MOST_NAMES = 60;
const FONT = '600 11px "Atkinson Hyperlegible Next Variable", sans-serif';
const PLATE_PX = 16;

/**
 * Draws relations as curves with an arrow at the end they lead to and their type's name in the middle; suggested ones
 * dashed and without a name. Only those in view are drawn, one path a colour. `context` is in view pixels.
 */
export function drawLinks(
  context: CanvasRenderingContext2D,
  lines: readonly LinkLine[],
  options: DrawLinksOptions,
): void {
  const { visible, view, lookOf } = options;
  const shown = lines.filter(({ bounds }) => rectsTouch(bounds, visible));
  if (shown.length === 0) return;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const suggested of [true, false]) {
    const paths = new Map<string, Path2D>();
    for (const line of shown.filter((one) => one.suggested === suggested)) {
      const { colour, directed } = lookOf(line.classId);
      const path = paths.get(colour) ?? new Path2D();
      paths.set(colour, path);
      addCurve(path, line, view, directed);
    }
    context.lineWidth = 4;
    context.strokeStyle = 'rgb(0 0 0 / 55%)';
    for (const path of paths.values()) context.stroke(path);
    if (suggested) context.setLineDash([7, 5]);
    context.lineWidth = 2;
    for (const [colour, path] of paths) {
      context.strokeStyle = colour;
      context.stroke(path);
    }
    context.setLineDash([]);
  }
  if (!options.labels || shown.length > MOST_NAMES) return;
  for (const line of shown) if (!line.suggested) drawName(context, line, options, false);
}

/** The relation in hand: white and black around its colour, as the annotation in hand has, and named. */
export function drawChosenLink(
  context: CanvasRenderingContext2D,
  line: LinkLine,
  { view, lookOf }: Pick<DrawLinksOptions, 'view' | 'lookOf'>,
): void {
  const { colour, directed } = lookOf(line.classId);
  const path = new Path2D();
  addCurve(path, line, view, directed);
  for (const [style, width] of [
    ['#000000', 8],
    ['#ffffff', 6],
    [colour, 3],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke(path);
  }
  drawName(context, line, { view, lookOf }, true);
}

function addCurve(path: Path2D, line: LinkLine, view: View, directed: boolean): void {
  const [from, control, to] = [toView(view, line.from), toView(view, line.control), toView(view, line.to)];
  path.moveTo(from.x, from.y);
  path.quadraticCurveTo(control.x, control.y, to.x, to.y);
  if (directed) addArrow(path, control, to);
  else {
    addDot(path, from);
    addDot(path, to);
  }
}

/** Two strokes back from the tip, along the curve's last direction. */
function addArrow(path: Path2D, control: Point, tip: Point): void {
  const angle = Math.atan2(tip.y - control.y, tip.x - control.x);
  for (const turn of [-0.45, 0.45]) {
    path.moveTo(tip.x, tip.y);
    path.lineTo(tip.x - ARROW_PX * Math.cos(angle + turn), tip.y - ARROW_PX * Math.sin(angle + turn));
  }
}

function addDot(path: Path2D, { x, y }: Point): void {
  path.moveTo(x + 3, y);
  path.arc(x, y, 3, 0, 2 * Math.PI);
}

function drawName(
  context: CanvasRenderingContext2D,
  line: LinkLine,
  options: Pick<DrawLinksOptions, 'view' | 'lookOf'>,
  isChosen: boolean,
): void {
  const { name, colour } = options.lookOf(line.classId);
  const { x, y } = toView(options.view, pointOfLink(line, 0.5));
  context.font = FONT;
  const width = Math.min(context.measureText(name).width, 140) + 12;
  context.beginPath();
  context.roundRect(x - width / 2, y - PLATE_PX / 2, width, PLATE_PX, PLATE_PX / 2);
  context.fillStyle = '#14130f';
  context.fill('nonzero');
  context.lineWidth = isChosen ? 2.5 : 1.5;
  context.strokeStyle = isChosen ? '#ffffff' : colour;
  context.stroke();
  context.fillStyle = '#ffffff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, x, y + 1, 140);
  context.textAlign = 'start';
}
