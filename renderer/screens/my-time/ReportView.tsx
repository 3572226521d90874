import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import type { Input } from '../../../shared/ipc/contract.ts';
import type { DayStretch } from '../../../shared/time/day-view.ts';
import { useMessages } from '../../app/messages.ts';
import { Section } from '../../ui/Page.tsx';
import { Declared } from './Declared.tsx';
import { Explained } from './Explained.tsx';
import classes from './MyTimeScreen.module.css';
import { Months } from './Months.tsx';
import { PayNumbers } from './PayNumbers.tsx';
import { Sources } from './Sources.tsx';
import { TaskTimes } from './TaskTimes.tsx';
import { Timeline } from './Timeline.tsx';
import { WhereTimeWent } from './WhereTimeWent.tsx';

interface ReportViewProps {
  /** Range and instant that the view was asked with. */
  readonly of: Input<'time.view'>;
  readonly view: TimeView;
  readonly onCorrect: (stretch: DayStretch) => void;
  readonly onDay: (atMs: number) => void;
  readonly onMonth: (atMs: number) => void;
}

/** A range of the worker's time: the sums, the picture, and how all of it is known. */
export function ReportView({ of, view, onCorrect, onDay, onMonth }: ReportViewProps) {
  const { say, format } = useMessages();
  const { report, tasks, days, months, declared } = view;
  const beside = [
    { words: say('myTime.undetermined'), ms: report.undeterminedMs, how: say('myTime.explain.undetermined') },
    { words: say('myTime.outage'), ms: report.outageMs, how: say('myTime.explain.outage') },
    { words: say('myTime.awayTime'), ms: report.awayMs, how: say('myTime.explain.away') },
  ].filter(({ ms }) => ms > 0);
  return (
    <>
      <PayNumbers report={report} />
      {days.length > 0 ? (
        <Section title={say(days.length === 1 ? 'myTime.timeline.title' : 'myTime.timeline.titleMany')}>
          <Timeline days={days} onCorrect={onCorrect} onDay={onDay} />
        </Section>
      ) : null}
      {months.length > 0 ? (
        <Section title={say('myTime.months.title')}>
          <Months months={months} onMonth={onMonth} />
        </Section>
      ) : null}
      <Section title={say('myTime.whereTitle')}>
        {report.workMs > 0 ? <WhereTimeWent report={report} /> : null}
        {beside.length > 0 ? (
          <div>
            <p className={classes.quiet}>{say('myTime.beside')}</p>
            <dl className={classes.pairs}>
              {beside.map(({ words, ms, how }) => (
                <div key={words}>
                  <dt>{words}</dt>
                  <dd>
                    <Explained how={how}>{format.duration(ms)}</Explained>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ) : null}
      </Section>
      <div className={classes.two}>
        <Section title={say('myTime.sourcesTitle')}>
          <Sources report={report} />
        </Section>
        <Section title={say('myTime.breaksTitle')}>
          <dl className={classes.pairs}>
            {(['due', 'taken', 'postponed', 'interrupted'] as const).map((what) => (
              <div key={what}>
                <dt>{say(`myTime.breaks.${what}`)}</dt>
                <dd>
                  <Explained how={say(`myTime.breaksHow.${what}`)}>{format.number(report.breaks[what])}</Explained>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      {declared.length > 0 ? (
        <Section title={say('myTime.declared.title')}>
          <Declared declared={declared} />
        </Section>
      ) : null}
      {tasks.count > 0 ? (
        <Section title={say('myTime.tasksTitle')} hint={say('myTime.tasksHint')}>
          <TaskTimes of={of} first={tasks} />
        </Section>
      ) : null}
    </>
  );
}
