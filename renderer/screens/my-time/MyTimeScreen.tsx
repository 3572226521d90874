import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Input } from '../../../shared/ipc/contract.ts';
import type { TimeReport } from '../../../shared/time/report.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Empty, Page, Section } from '../../ui/Page.tsx';
import { QuestionCard } from '../../wellbeing/TimeQuestion.tsx';
import classes from './MyTimeScreen.module.css';
import { PayNumbers } from './PayNumbers.tsx';
import { Sources } from './Sources.tsx';
import { TaskTimes } from './TaskTimes.tsx';
import { WhereTimeWent } from './WhereTimeWent.tsx';

type Range = Input<'time.report'>['range'];
const ranges: readonly Range[] = ['today', 'week', 'month', 'all'];

/** The worker's own record: what was earned for all of the time, and where the time went. */
export function MyTimeScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const [range, setRange] = useState<Range>('today');
  const [report, setReport] = useState<TimeReport | null>(null);
  const question = useSession((session) => session.live?.time.question ?? null);
  const questionId = question?.id ?? '';

  // Answering the question changes the report.
  useEffect(() => {
    let over = false;
    void actions.ask('time.report', { range }).then((answer) => {
      if (!over && answer) setReport(answer);
    });
    return () => {
      over = true;
    };
  }, [actions, range, questionId]);

  return (
    <Page
      title={say('nav.my-time')}
      actions={
        <SegmentedControl
          aria-label={say('myTime.range')}
          value={range}
          onChange={(value) => setRange(ranges.find((one) => one === value) ?? 'today')}
          data={ranges.map((value) => ({ value, label: say(`myTime.ranges.${value}`) }))}
        />
      }
    >
      {question ? (
        <div className={classes.question}>
          <QuestionCard key={question.id} question={question} />
        </div>
      ) : null}
      {report === null ? null : report.workMs === 0 ? (
        <Empty>{say('myTime.empty')}</Empty>
      ) : (
        <ReportView report={report} />
      )}
      <Limits />
    </Page>
  );
}

function ReportView({ report }: { report: TimeReport }) {
  const { say, format } = useMessages();
  const beside = [
    { words: say('myTime.undetermined'), ms: report.undeterminedMs },
    { words: say('myTime.outage'), ms: report.outageMs },
    { words: say('myTime.awayTime'), ms: report.awayMs },
  ].filter(({ ms }) => ms > 0);
  return (
    <>
      <PayNumbers report={report} />
      <Section title={say('myTime.whereTitle')}>
        <WhereTimeWent report={report} />
        {beside.length > 0 ? (
          <div>
            <p className={classes.quiet}>{say('myTime.beside')}</p>
            <dl className={classes.pairs}>
              {beside.map(({ words, ms }) => (
                <div key={words}>
                  <dt>{words}</dt>
                  <dd>{format.duration(ms)}</dd>
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
                <dd>{format.number(report.breaks[what])}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      {report.tasks.length > 0 ? (
        <Section title={say('myTime.tasksTitle')} hint={say('myTime.tasksHint')}>
          <TaskTimes tasks={report.tasks} />
        </Section>
      ) : null}
    </>
  );
}

/** What the record can and cannot show, wherever time is published. */
function Limits() {
  const { say } = useMessages();
  return (
    <aside className={classes.limits}>
      <p>{say('myTime.limits')}</p>
    </aside>
  );
}
