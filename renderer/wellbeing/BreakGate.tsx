import { useMessages } from '../app/messages.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { breakWords, gateWords } from './break-words.ts';
import { LiftForm } from './LiftForm.tsx';
import { useBreakView } from './use-break-view.ts';

/** Shown when a new task was asked for while a break is due: why, and both ways on. */
export function BreakGate() {
  const { say, format } = useMessages();
  const actions = useActions();
  const shown = useSession((session) => session.gateShown);
  const hasTask = useSession((session) => session.task !== null);
  const breaksPaid = useSession((session) => session.project?.terms.breaksPaid ?? null);
  const view = useBreakView();
  const banner = view.show === 'banner' ? view : null;
  return (
    <Dialog
      opened={shown}
      size="36rem"
      title={say(banner?.isLimit ? 'break.limitTitle' : 'break.gateTitle')}
      onClose={actions.closeGate}
      actions={
        <>
          <Button look="quiet" onClick={actions.closeGate}>
            {say(hasTask ? 'break.finishOpen' : 'common.notNow')}
          </Button>
          {banner && banner.postponesLeft > 0 ? (
            <Button
              onClick={() => {
                actions.closeGate();
                void actions.postponeBreak();
              }}
            >
              {say('break.postpone', { count: banner.postponesLeft })}
            </Button>
          ) : null}
          {view.show === 'break' || banner?.isLimit ? null : (
            <Button look="primary" data-autofocus onClick={() => void actions.startBreak()}>
              {say('break.take')}
            </Button>
          )}
        </>
      }
    >
      {banner ? <p>{breakWords(banner, say, format)}</p> : null}
      <p>{banner ? gateWords(banner, say) : say('break.gateHint')}</p>
      {banner?.isLimit ? null : (
        <p>
          {say('break.isWork')} {breaksPaid === null ? '' : say(breaksPaid ? 'break.paid' : 'break.unpaid')}
        </p>
      )}
      {banner?.liftable ? <LiftForm onLifted={actions.closeGate} /> : null}
    </Dialog>
  );
}
