import type { Annotation } from '../../shared/annotation/annotation.ts';
import { culled, drawLabel, type DrawOptions, outlineOf, strokeEach } from './draw-annotations.ts';

/** What a model suggests: dashed lines without a name, so that nobody takes them for labels. `context` is in view pixels. */
export function drawSuggestions(
  context: CanvasRenderingContext2D,
  suggestions: readonly Annotation[],
  chosenId: string | null,
  options: DrawOptions,
): void {
  const shown = culled(suggestions, options.visible);
  const outlines = shown.map((annotation) => ({ annotation, path: outlineOf(annotation, options.view) }));
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = 'rgb(0 0 0 / 45%)';
  for (const { path } of outlines) context.stroke(path);
  context.setLineDash([7, 5]);
  context.lineWidth = 2;
  strokeEach(context, outlines, options);
  context.setLineDash([]);
  const chosen = shown.find(({ id }) => id === chosenId);
  if (chosen) drawChosen(context, chosen, options);
}

function drawChosen(context: CanvasRenderingContext2D, chosen: Annotation, options: DrawOptions): void {
  const { colour } = options.lookOf(chosen.classId);
  const path = outlineOf(chosen, options.view);
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
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
