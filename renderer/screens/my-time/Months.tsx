import { useState } from 'react';
import type { MonthView } from '../../../shared/time/month-view.ts';
import { useMessages } from '../../app/messages.ts';
import { LookSample, LookTextures } from './LookTextures.tsx';
import { monthParts } from './month-parts.ts';
import classes from './Months.module.css';
import timeline from './Timeline.module.css';
import { useTimeWords } from './use-time-words.ts';

const WIDTH = 1000;
const HEIGHT = 20;

/** All time as a picture: a bar a month, the same length for the same time, divided as a day is. */
export function Months({ months, onMonth }: { months: readonly MonthView[]; onMonth: (atMs: number) => void }) {
  const { say, format } = useMessages();
  const words = useTimeWords();
  const [pointed, setPointed] = useState<MonthView | null>(null);
  const rows = monthParts(months);
  const present = new Set(rows.flatMap(({ parts }) => parts.map(({ look }) => look)));
  const tell = (month: MonthView) =>
    say('myTime.months.words', {
      month: words.month(month.range.fromMs),
      work: format.duration(month.workMs),
      tasks: format.duration(month.tasksMs),
      around: format.duration(month.aroundMs),
      breaks: format.duration(month.breaksMs),
    });
  return (
    <figure className={`${timeline.figure} ${classes.figure}`}>
      <LookTextures />
      <ol className={classes.rows}>
        {rows.map(({ month, parts }) => (
          <li key={month.range.fromMs}>
            <button
              type="button"
              className={classes.row}
              aria-label={say('myTime.months.open', { words: tell(month) })}
              onClick={() => onMonth(month.range.fromMs)}
              onPointerEnter={() => setPointed(month)}
              onPointerLeave={() => setPointed(null)}
              onFocus={() => setPointed(month)}
              onBlur={() => setPointed(null)}
            >
              <span className={classes.name}>{words.month(month.range.fromMs)}</span>
              <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                preserveAspectRatio="none"
                className={classes.bar}
                aria-hidden="true"
              >
                {parts.map(({ look, from, to }) => (
                  <g key={look} className={timeline[look]}>
                    <rect
                      x={from * WIDTH}
                      width={Math.max((to - from) * WIDTH - 1.5, 1)}
                      height={HEIGHT}
                      className={timeline.body}
                    />
                    {look === 'around' || look === 'undetermined' ? (
                      <rect
                        x={from * WIDTH}
                        width={Math.max((to - from) * WIDTH - 1.5, 1)}
                        height={HEIGHT}
                        fill={`url(#look-${look})`}
                        className={timeline.texture}
                      />
                    ) : null}
                  </g>
                ))}
              </svg>
              <span className={classes.sum}>{month.workMs > 0 ? format.duration(month.workMs) : '–'}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={timeline.reading} data-testid="month-words">
        {pointed ? tell(pointed) : say('myTime.months.hint')}
      </p>
      <ul className={timeline.legend}>
        {(['tasks', 'around', 'breaks', 'undetermined'] as const)
          .filter((look) => present.has(look))
          .map((look) => (
            <li key={look}>
              <LookSample look={look} />
              {say(look === 'undetermined' ? 'myTime.timeline.undetermined' : `myTime.family.${look}`)}
            </li>
          ))}
      </ul>
    </figure>
  );
}
