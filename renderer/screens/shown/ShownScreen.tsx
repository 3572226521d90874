import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { ForgetDialog } from './ForgetDialog.tsx';
import { HelpLines } from './HelpLines.tsx';
import { Now } from './Now.tsx';
import { ShownList } from './ShownList.tsx';
import classes from './ShownScreen.module.css';

/** The worker's own page of what they had before them: local only, without a pixel or word of it, deleted at will. */
export function ShownScreen() {
  const { say, format } = useMessages();
  const actions = useActions();
  const [shown, setShown] = useState<Output<'exposure.shown'> | null>(null);
  const [asking, setAsking] = useState(false);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    let over = false;
    void actions.ask('exposure.shown', {}).then((answer) => {
      if (!over && answer) setShown(answer);
    });
    return () => {
      over = true;
    };
  }, [actions, again]);
  const forget = async () => {
    setAsking(false);
    if ((await call('exposure.forget', {})).ok) setAgain((count) => count + 1);
  };
  if (!shown) return <Page title={say('shown.title')}>{null}</Page>;
  const { notes, breaks, counted } = shown;
  const isEmpty = notes.shown.length === 0 && notes.lifts.length === 0;
  return (
    <Page title={say('shown.title')}>
      <p className={classes.intro}>{say('shown.intro')}</p>
      <Now />
      <Section title={say('shown.list')}>
        <ShownList items={notes.shown} />
        {notes.lifts.length > 0 ? (
          <>
            <h3>{say('shown.lifts')}</h3>
            <ul className={classes.lifts}>
              {notes.lifts.map(({ atMs, sentence }) => (
                <li key={atMs}>
                  {format.instant(atMs)}: <q>{sentence}</q>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <div>
          <Button disabled={isEmpty} onClick={() => setAsking(true)}>
            {say('shown.forget')}
          </Button>
        </div>
      </Section>
      <Section title={say('shown.breaks')}>
        <dl className={classes.facts}>
          {(['due', 'taken', 'postponed', 'interrupted'] as const).map((what) => (
            <div key={what}>
              <dt>{say(`shown.breakCounts.${what}`)}</dt>
              <dd>{format.number(breaks[what])}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <HelpLines kept={notes.helpLines} />
      <ForgetDialog opened={asking} counted={counted} onClose={() => setAsking(false)} onForget={() => void forget()} />
    </Page>
  );
}
