import { Slider } from '@mantine/core';
import { useState } from 'react';
import type { TimeQuestion as Question } from '../../shared/time/snapshot.ts';
import { useMessages } from '../app/messages.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import classes from './TimeQuestion.module.css';

/** The one calm question about a stretch that nobody knows of. It waits in a corner and never takes the focus. */
export function TimeQuestion() {
  const question = useSession((session) => session.live?.time.question ?? null);
  const away = useSession((session) => session.place === 'my-time');
  if (!question || away) return null;
  return <QuestionCard key={question.id} question={question} />;
}

/** The question with its answers; also part of My time. */
export function QuestionCard({ question }: { question: Question }) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [splitting, setSplitting] = useState(false);
  const [workMs, setWorkMs] = useState(Math.round(question.durationMs / 2));
  const answer = (how: 'working' | 'away' | 'outage' | 'later') => () =>
    void actions.answerQuestion(question.id, how, null);
  const length = format.duration(question.durationMs);
  return (
    <section className={classes.card} aria-labelledby="question-title" data-testid="time-question">
      <h2 id="question-title" className={classes.title}>
        {say(question.byWallClock ? 'question.titleAbout' : 'question.title', { time: length })}
      </h2>
      <p className={classes.words}>
        {say('question.since', { when: format.instant(question.fromWallMs), cause: say(`cause.${question.cause}`) })}
      </p>
      {splitting ? (
        <div className={classes.split}>
          <p id="split-words">
            {say('question.splitWords', {
              work: format.duration(workMs),
              away: format.duration(question.durationMs - workMs),
            })}
          </p>
          <Slider
            thumbLabel={say('question.splitSlider')}
            min={0}
            max={question.durationMs}
            step={Math.max(1000, Math.round(question.durationMs / 100))}
            value={workMs}
            label={null}
            onChange={setWorkMs}
          />
          <div className={classes.answers}>
            <Button
              size="small"
              look="primary"
              onClick={() => void actions.answerQuestion(question.id, 'split', workMs)}
            >
              {say('question.splitDone')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setSplitting(false)}>
              {say('common.back')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={classes.answers}>
          <Button size="small" onClick={answer('working')}>
            {say('question.working')}
          </Button>
          <Button size="small" onClick={answer('away')}>
            {say('question.away')}
          </Button>
          <Button size="small" onClick={() => setSplitting(true)}>
            {say('question.split')}
          </Button>
          <Button size="small" onClick={answer('outage')}>
            {say('question.outage')}
          </Button>
          <Button size="small" look="quiet" onClick={answer('later')}>
            {say('question.later')}
          </Button>
        </div>
      )}
    </section>
  );
}
