import type { DayView } from '../../../shared/time/day-view.ts';
import { heights } from './LookTextures.tsx';
import classes from './Timeline.module.css';
import { type HourSpan, type Look, looks, lookOf, placeOf } from './timeline-view.ts';

const WIDTH = 1000;
const HEIGHT = 100;

/** A day in a month, only to be looked at: one path for all stretches of a look, so that a month costs as little as a day. */
export function PlainRow({ day, span }: { day: DayView; span: HourSpan }) {
  const paths = new Map<Look, string>();
  for (const stretch of day.stretches) {
    const look = lookOf(stretch.phase);
    const { x, width } = placeOf(stretch, day, span, WIDTH);
    const tall = HEIGHT * heights[look];
    paths.set(look, `${paths.get(look) ?? ''}M${x.toFixed(1)} ${HEIGHT}v${-tall}h${width.toFixed(1)}v${tall}z`);
  }
  return (
    <div className={classes.frame}>
      <svg
        width="100%"
        height="100%"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={classes.plain}
        aria-hidden="true"
      >
        {looks.map((look) => {
          const path = paths.get(look);
          return path === undefined ? null : (
            <g key={look} className={classes[look]}>
              <path d={path} className={classes.body} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
