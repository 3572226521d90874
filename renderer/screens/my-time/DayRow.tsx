import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DayStretch, DayView } from '../../../shared/time/day-view.ts';
import { LookRect } from './LookTextures.tsx';
import classes from './Timeline.module.css';
import { hourTicks, type HourSpan, joined, lookOf, placeOf } from './timeline-view.ts';
import { useTimeWords } from './use-time-words.ts';

interface DayRowProps {
  readonly day: DayView;
  readonly span: HourSpan;
  readonly label: string;
  /** Every stretch on its own, to be chosen; otherwise neighbours that look alike are one. */
  readonly whole: boolean;
  readonly onPoint: (stretch: DayStretch | null) => void;
  /** A click, or Enter. */
  readonly onChoose: (stretch: DayStretch) => void;
}

const FALLBACK_WIDTH = 900;

/** One day. One tab stop; the arrow keys go from stretch to stretch. */
export function DayRow({ day, span, label, whole, onPoint, onChoose }: DayRowProps) {
  const words = useTimeWords();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: FALLBACK_WIDTH, height: 0 });
  const [chosen, setChosen] = useState(0);
  const stretches = whole ? day.stretches : joined(day.stretches);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const stretch = stretches[Math.min(chosen, stretches.length - 1)];
    if (event.key === 'Enter' && stretch) {
      event.preventDefault();
      onChoose(stretch);
    }
    if (by === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, chosen + by), stretches.length - 1);
    setChosen(next);
    event.currentTarget.querySelectorAll<SVGGElement>('[data-stretch]')[next]?.focus();
  };

  const { width, height } = size;
  return (
    <div ref={frame} className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys of the buttons within */}
      <svg width={width} height={height} role="group" aria-label={label} onKeyDown={move}>
        {hourTicks(span).map((ms) => {
          const x = ((ms - span.fromMs) / (span.toMs - span.fromMs)) * width;
          return <line key={ms} x1={x} x2={x} y1={0} y2={height} className={classes.tick} />;
        })}
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className={classes.ground} />
        {stretches.map((stretch, index) => {
          const look = lookOf(stretch.phase);
          const place = placeOf(stretch, day, span, width);
          return (
            <g
              key={stretch.id}
              data-stretch={stretch.phase}
              data-source={stretch.source}
              role="button"
              aria-label={words.stretch(stretch)}
              tabIndex={index === Math.min(chosen, stretches.length - 1) ? 0 : -1}
              className={`${classes.stretch} ${classes[look]}`}
              onPointerEnter={() => onPoint(stretch)}
              onPointerLeave={() => onPoint(null)}
              onFocus={() => {
                setChosen(index);
                onPoint(stretch);
              }}
              onBlur={() => onPoint(null)}
              onClick={() => onChoose(stretch)}
            >
              <rect x={place.x} y={0} width={place.width} height={height} fill="transparent" />
              <LookRect look={look} x={place.x} width={Math.max(place.width - 0.75, 1)} height={height} />
              {stretch.source === 'declared' ? (
                <rect
                  x={place.x}
                  y={0}
                  width={Math.max(place.width - 0.75, 1)}
                  height={3}
                  className={classes.declared}
                />
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
