import type { Annotation } from '../../shared/annotation/annotation.ts';
import { addOutline, culled, drawLabel, type DrawOptions } from './draw-annotations.ts';

/** What a model suggests: dashed lines without a name, so that nobody takes them for labels. `context` is in view pixels. */
export function drawSuggestions(
  context: CanvasRenderingContext2D,
  suggestions: readonly Annotation[],
  chosenId: string | null,
  options: DrawOptions,
): void {
  const shown = culled(suggestions, options.visible);
  const paths = new Map<string, Path2D>();
  for (const one of shown) {
    const { colour } = options.lookOf(one.classId);
    const path = paths.get(colour) ?? new Path2D();
    paths.set(colour, path);
    addOutline(path, one, options.view);
  }
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = 'rgb(0 0 0 / 45%)';
  for (const path of paths.values()) context.stroke(path);
  context.setLineDash([7, 5]);
  context.lineWidth = 2;
  for (const [colour, path] of paths) {
    context.strokeStyle = colour;
    context.stroke(path);
  }
  context.setLineDash([]);
  const chosen = shown.find(({ id }) => id === chosenId);
  if (chosen) drawChosen(context, chosen, options);
}

function drawChosen(context: CanvasRenderingContext2D, chosen: Annotation, options: DrawOptions): void {
  const { colour } = options.lookOf(chosen.classId);
  const path = new Path2D();
  addOutline(path, chosen, options.view);
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  context.fill(path);
  context.globalAlpha = 1;
  context.lineWidth = 5;
  context.strokeStyle = '#ffffff';
  context.stroke(path);
  context.setLineDash([7, 5]);
  context.lineWidth = 3;
  context.strokeStyle = colour;
  context.stroke(path);
  context.setLineDash([]);
  drawLabel(context, chosen, options);
}
