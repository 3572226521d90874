import { useState } from 'react';
import type { DayStretch, DayView } from '../../../shared/time/day-view.ts';
import { useMessages } from '../../app/messages.ts';
import { DayRow } from './DayRow.tsx';
import { PlainRow } from './PlainRow.tsx';
import { LookSample, LookTextures } from './LookTextures.tsx';
import classes from './Timeline.module.css';
import { hourSpan, hourTicks, lookOf, looks } from './timeline-view.ts';
import { useTimeWords } from './use-time-words.ts';

interface TimelineProps {
  readonly days: readonly DayView[];
  readonly onCorrect: (stretch: DayStretch) => void;
  readonly onDay: (atMs: number) => void;
}

/** The day as a picture: what each stretch was, by height and texture as well as colour. A week is seven such rows. */
export function Timeline({ days, onCorrect, onDay }: TimelineProps) {
  const { say, format } = useMessages();
  const words = useTimeWords();
  const [pointed, setPointed] = useState<DayStretch | null>(null);
  const single = days.length === 1;
  const span = hourSpan(days);
  const midnight = days[0]?.range.fromMs ?? 0;
  const present = new Set(days.flatMap((day) => day.stretches.map(({ phase }) => lookOf(phase))));
  return (
    <figure className={classes.figure} data-rows={single ? 'one' : days.length > 7 ? 'many' : 'week'}>
      <LookTextures />
      <div className={classes.rows}>
        {days.map((day) => (
          <div key={day.range.fromMs} className={classes.row}>
            {single ? null : (
              <button
                type="button"
                className={classes.day}
                aria-label={say('myTime.timeline.openDay', { day: words.longDay(day.range.fromMs) })}
                onClick={() => onDay(day.range.fromMs)}
              >
                {words.day(day.range.fromMs)}
              </button>
            )}
            {days.length > 7 ? (
              <PlainRow day={day} span={span} />
            ) : (
              <DayRow
                day={day}
                span={span}
                label={say('myTime.timeline.label', { day: words.longDay(day.range.fromMs) })}
                whole={single}
                onPoint={setPointed}
                onChoose={single ? onCorrect : () => onDay(day.range.fromMs)}
              />
            )}
            {single ? null : <span className={classes.sum}>{day.workMs > 0 ? format.duration(day.workMs) : '–'}</span>}
          </div>
        ))}
      </div>
      <div className={classes.hours} aria-hidden="true">
        {hourTicks(span).map((ms) => (
          <span key={ms} style={{ insetInlineStart: `${((ms - span.fromMs) / (span.toMs - span.fromMs)) * 100}%` }}>
            {words.time(midnight + ms)}
          </span>
        ))}
      </div>
      <p className={classes.reading} data-testid="stretch-words">
        {pointed ? words.stretch(pointed) : say(single ? 'myTime.timeline.hint' : 'myTime.timeline.hintMany')}
      </p>
      <ul className={classes.legend}>
        {looks
          .filter((look) => present.has(look))
          .map((look) => (
            <li key={look}>
              <LookSample look={look} />
              {look === 'tasks' || look === 'around' || look === 'breaks'
                ? say(`myTime.family.${look}`)
                : look === 'own'
                  ? say('activity.ledger')
                  : say(`myTime.timeline.${look}`)}
            </li>
          ))}
      </ul>
    </figure>
  );
}
