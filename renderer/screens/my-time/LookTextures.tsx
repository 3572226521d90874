import classes from './Timeline.module.css';
import type { Look } from './timeline-view.ts';

/** Slanted lines over what is around the tasks and dots over what nobody knows: told apart without colour. */
export function LookTextures() {
  return (
    <svg width="0" height="0" className={classes.textures} aria-hidden="true">
      <defs>
        <pattern id="look-around" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="8" className={classes.hatch} />
        </pattern>
        <pattern id="look-undetermined" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.1" className={classes.dot} />
        </pattern>
      </defs>
    </svg>
  );
}

/** A small piece of a look, for the legend. */
export function LookSample({ look }: { look: Look }) {
  return (
    <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true" className={classes[look]}>
      <LookRect look={look} x={0} width={18} height={14} />
    </svg>
  );
}

/** Share of a row's height that each look takes, from its foot. */
export const heights: Readonly<Record<Look, number>> = {
  tasks: 1,
  around: 0.72,
  breaks: 0.42,
  undetermined: 0.72,
  away: 0.12,
  own: 0.24,
};

/** One stretch: its body, and its texture if it has one. */
export function LookRect({
  look,
  x,
  width,
  height,
}: {
  readonly look: Look;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}) {
  const tall = height * heights[look];
  const place = { x, y: height - tall, width, height: tall };
  return (
    <>
      <rect {...place} className={classes.body} />
      {look === 'around' || look === 'undetermined' ? (
        <rect {...place} fill={`url(#look-${look})`} className={classes.texture} />
      ) : null}
    </>
  );
}
