import { useMemo } from 'react';
import type { DayStretch } from '../../../shared/time/day-view.ts';
import type { Phase } from '../../../shared/time/segment.ts';
import { useMessages } from '../../app/messages.ts';

/** Words for days, times of day and stretches, in the language of the interface. */
export function useTimeWords() {
  const { say, format, language } = useMessages();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' });
    const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
    const longDay = new Intl.DateTimeFormat(language, { dateStyle: 'full' });
    const phase = (code: Phase) =>
      code === 'away' || code === 'undetermined' ? say(`myTime.timeline.${code}`) : say(`activity.${code}`);
    return {
      time: (ms: number) => time.format(ms),
      day: (ms: number) => day.format(ms),
      month: (ms: number) => month.format(ms),
      longDay: (ms: number) => longDay.format(ms),
      phase,
      stretch: ({ startUtcMs, durationMs, phase: code, source, cause }: DayStretch) =>
        say('myTime.timeline.stretch', {
          from: time.format(startUtcMs),
          to: time.format(startUtcMs + durationMs),
          time: format.duration(durationMs),
          what: phase(code),
          source: source === 'measured' && cause ? say(`cause.${cause}`) : say(`myTime.source.${source}`),
        }),
    };
  }, [say, format, language]);
}
