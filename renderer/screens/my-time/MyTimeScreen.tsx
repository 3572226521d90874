import { SegmentedControl } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import type { Input } from '../../../shared/ipc/contract.ts';
import type { DayStretch } from '../../../shared/time/day-view.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page } from '../../ui/Page.tsx';
import { QuestionCard } from '../../wellbeing/TimeQuestion.tsx';
import { RejectedNotice } from '../review/RejectedNotice.tsx';
import { DeclareDialog } from './DeclareDialog.tsx';
import classes from './MyTimeScreen.module.css';
import { OwnExportDialog } from './OwnExportDialog.tsx';
import { RangeSteps } from './RangeSteps.tsx';
import { ReportView } from './ReportView.tsx';

type Range = Input<'time.view'>['range'];
const ranges: readonly Range[] = ['today', 'week', 'month', 'all'];

/** The worker's own record: what was earned for all of the time, and where the time went. */
export function MyTimeScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const [{ range, atMs }, setRange] = useState<{ range: Range; atMs: number | null }>({ range: 'today', atMs: null });
  const [shown, setView] = useState<{ of: Input<'time.view'>; view: TimeView } | null>(null);
  const view = shown?.view ?? null;
  const [changes, setChanges] = useState(0);
  const [declaring, setDeclaring] = useState<{ stretch: DayStretch | null } | null>(null);
  const [exporting, setExporting] = useState(false);
  // a verdict may have come since the project was opened
  useEffect(() => void actions.refreshProject(), [actions]);
  const question = useSession((session) => session.live?.time.question ?? null);
  const questionId = question?.id ?? '';
  const showDay = useCallback((day: number) => setRange({ range: 'today', atMs: day }), []);
  const showMonth = useCallback((month: number) => setRange({ range: 'month', atMs: month }), []);
  const correct = useCallback((stretch: DayStretch) => setDeclaring({ stretch }), []);

  // Answering the question and correcting change the view.
  useEffect(() => {
    let over = false;
    void actions.ask('time.view', { range, atMs }).then((answer) => {
      if (!over && answer) setView({ of: { range, atMs }, view: answer });
    });
    return () => {
      over = true;
    };
  }, [actions, range, atMs, questionId, changes]);

  const isEmpty = view !== null && view.report.workMs + view.report.undeterminedMs === 0 && view.declared.length === 0;
  return (
    <Page
      title={say('nav.my-time')}
      actions={
        <SegmentedControl
          aria-label={say('myTime.range')}
          value={range}
          onChange={(value) => setRange({ range: ranges.find((one) => one === value) ?? 'today', atMs })}
          data={ranges.map((value) => ({ value, label: say(`myTime.ranges.${value}`) }))}
        />
      }
    >
      <div className={classes.bar}>
        {view && shown?.of.range === range && range !== 'all' ? (
          <RangeSteps view={view} past={atMs !== null} onGo={(next) => setRange({ range, atMs: next })} />
        ) : (
          <span />
        )}
        <div className={classes.acts}>
          <Button onClick={() => setDeclaring({ stretch: null })}>{say('myTime.declared.add')}</Button>
          <Button onClick={() => setExporting(true)}>{say('myTime.ownExport.button')}</Button>
        </div>
      </div>
      {question ? (
        <div className={classes.question}>
          <QuestionCard key={question.id} question={question} />
        </div>
      ) : null}
      <RejectedNotice />
      {shown === null ? null : isEmpty ? (
        <Empty>{say('myTime.empty')}</Empty>
      ) : (
        <ReportView of={shown.of} view={shown.view} onCorrect={correct} onDay={showDay} onMonth={showMonth} />
      )}
      <aside className={classes.limits} data-view={shown?.of.range}>
        <p>{say('myTime.limits')}</p>
      </aside>
      {declaring ? (
        <DeclareDialog
          stretch={declaring.stretch}
          onClose={() => setDeclaring(null)}
          onDone={() => {
            setDeclaring(null);
            setChanges(changes + 1);
          }}
        />
      ) : null}
      {exporting ? <OwnExportDialog range={range} atMs={atMs} onClose={() => setExporting(false)} /> : null}
    </Page>
  );
}
