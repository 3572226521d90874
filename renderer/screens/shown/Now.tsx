import { useState } from 'react';
import { DAY_UNVEILED_MS } from '../../../shared/time/exposure-caps.ts';
import { useMessages } from '../../app/messages.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { stopWords } from '../../wellbeing/exposure-words.ts';
import { useExposure } from '../../wellbeing/use-exposure.ts';
import classes from './ShownScreen.module.css';

/** Whether flagged tasks may come now, what was chosen, and what of each limit is used. */
export function Now() {
  const { say, format } = useMessages();
  const [again, setAgain] = useState(0);
  const exposure = useExposure(again);
  if (!exposure) return null;
  const { standing, caps, chosen } = exposure;
  const takeBack = async () => {
    await call('exposure.choose', { categories: [] });
    setAgain((count) => count + 1);
  };
  const of = (ms: number, limitMs: number) =>
    say('shown.ofLimit', { time: format.duration(ms), limit: format.duration(limitMs) });
  return (
    <Section title={say('shown.now')}>
      <p data-testid="exposure-stop">
        {standing.stop === null
          ? say('shown.nothingStops')
          : stopWords(standing.stop, caps.nightFromHours, say, format)}
      </p>
      <p className={classes.chosen}>
        {chosen.length === 0
          ? say('shown.nothingChosen')
          : say('shown.chosen', {
              categories: format.list(chosen.map((category) => say(`flag.category.${category}`))),
            })}{' '}
        {chosen.length === 0 ? null : (
          <Button size="small" look="quiet" onClick={() => void takeBack()}>
            {say('shown.takeBack')}
          </Button>
        )}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{say('shown.sinceBreak')}</dt>
          <dd>{say('shown.items', { count: standing.sinceBreak.items })}</dd>
        </div>
        <div>
          <dt>
            {say('shown.open')} · {say('shown.today')}
          </dt>
          <dd>{of(standing.dayOpenMs, caps.dayMs)}</dd>
        </div>
        <div>
          <dt>
            {say('shown.unveiled')} · {say('shown.today')}
          </dt>
          <dd>{of(standing.dayUnveiledMs, DAY_UNVEILED_MS)}</dd>
        </div>
      </dl>
    </Section>
  );
}
