import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { call } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { theme } from '../ui/theme.ts';
import { useColourScheme } from '../ui/use-colour-scheme.ts';
import classes from './App.module.css';
import { Header } from './Header.tsx';
import { changeLanguage, sayRefusal, useMessages } from './messages.ts';
import { Instructions } from './Instructions.tsx';
import { Notices } from './Notices.tsx';
import { isCoveredByBreak, isCoveredBySignOff } from './session.ts';
import { usePanicKeys } from './use-panic-keys.ts';
import { BreakGate } from '../wellbeing/BreakGate.tsx';
import { BreakOverlay } from '../wellbeing/BreakOverlay.tsx';
import { PanicScreen } from '../wellbeing/PanicScreen.tsx';
import { SignedOffScreen } from '../wellbeing/SignedOffScreen.tsx';
import { TimeQuestion } from '../wellbeing/TimeQuestion.tsx';
import { ScreenView } from './ScreenView.tsx';
import { useActions, useSession } from './use-session.ts';

/** The window: header, notices, and the present screen. */
export function App() {
  const settings = useSession((session) => session.settings);
  const scheme = useColourScheme(settings.theme);
  useEffect(() => void changeLanguage(settings.language), [settings.language]);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <Stage />
    </MantineProvider>
  );
}

function Stage() {
  const stage = useSession((session) => session.stage);
  const place = useSession((session) => session.place);
  useEffect(() => {
    if (stage !== 'running') return;
    document.documentElement.dataset['ready'] = place;
    void call('app.ready', { screen: place });
  }, [stage, place]);
  if (stage === 'failed') return <StartFailed />;
  if (stage === 'starting') return null;
  return <Window />;
}

function Window() {
  const actions = useActions();
  const panic = useSession((session) => session.panic);
  usePanicKeys(() => void actions.panic());
  const covered = useSession(isCoveredByBreak);
  const signedOff = useSession(isCoveredBySignOff);
  return (
    <div className={classes.window}>
      <Header />
      <Notices />
      <main id="content" className={classes.main} tabIndex={-1}>
        {/* Left in place under the overlay, so that a half-drawn task is as it was; hidden from keys and readers. */}
        <div className={classes.screen} inert={covered || panic || signedOff}>
          <div className={classes.place}>
            {panic ? null : <ScreenView />}
            <TimeQuestion />
          </div>
          <Instructions />
        </div>
        {/* under the panic screen it would take the focus to where nobody sees it */}
        {covered && !panic ? <BreakOverlay /> : null}
        {signedOff && !panic ? <SignedOffScreen /> : null}
        {panic ? <PanicScreen /> : null}
      </main>
      <BreakGate />
    </div>
  );
}

function StartFailed() {
  const { say } = useMessages();
  const actions = useActions();
  const refusal = useSession((session) => session.refusal);
  return (
    <main className={classes.failed} role="alert">
      <h1>{say('app.startFailed')}</h1>
      {refusal ? <p>{sayRefusal(say, refusal)}</p> : null}
      <Button look="primary" onClick={() => void actions.start()}>
        {say('app.tryAgain')}
      </Button>
    </main>
  );
}
