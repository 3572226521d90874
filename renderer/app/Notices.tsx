import { BreakBanner } from '../wellbeing/BreakBanner.tsx';
import { ExposureBanner } from '../wellbeing/ExposureBanner.tsx';
import { QuietHint } from '../wellbeing/QuietHint.tsx';
import { Button } from '../ui/Button.tsx';
import classes from './Notices.module.css';
import type { Say } from '../../shared/i18n/say.ts';
import { sayRefusal, useMessages } from './messages.ts';
import type { Refusal } from './session.ts';
import { useActions, useSession } from './use-session.ts';

/** Lines under the header: what was refused, that nothing is recorded, what was found at the start, and breaks. */
export function Notices() {
  const { say } = useMessages();
  const actions = useActions();
  const refusal = useSession((session) => session.refusal);
  const faulty = useSession((session) => session.fault !== null);
  const refusedBy = useSession((session) => session.live?.time.refusedBy ?? null);
  return (
    <>
      {faulty || refusedBy !== null ? (
        <div className={classes.notice} role="alert" data-tone="bad" data-testid="not-recording">
          <p>{say(`notice.notRecording.${refusedBy ?? 'fault'}`)}</p>
        </div>
      ) : null}
      {refusal ? (
        <div className={classes.notice} role="alert" data-tone="bad" data-code={refusal.code}>
          <p>{sayNotice(say, refusal)}</p>
          <Button size="small" look="quiet" onClick={actions.readRefusal}>
            {say('common.dismiss')}
          </Button>
        </div>
      ) : null}
      <Recovery />
      <SearchingUncounted />
      <BreakBanner />
      <ExposureBanner />
      <QuietHint />
    </>
  );
}

/** What was refused. Of a project that could not be opened, which one: nothing was being saved there. */
function sayNotice(say: Say, refusal: Refusal): string {
  const { folder } = refusal.details;
  if (folder === undefined) return sayRefusal(say, refusal);
  const { code } = refusal;
  const isDisk = code === 'DISK_FULL' || code === 'DISK_READ_ONLY' || code === 'DISK_FAILED';
  const why = isDisk ? say(`notice.notOpened.${code}`) : sayRefusal(say, refusal);
  return `${why} ${say('notice.folder', { folder })}`;
}

/** Time spent looking for tasks is what goes uncounted elsewhere: not here, unless nobody has signed on. */
function SearchingUncounted() {
  const { say } = useMessages();
  const shown = useSession(({ live, place }) => place === 'browse' && live?.time.activity === 'off');
  if (!shown) return null;
  return (
    <div className={classes.notice} data-tone="calm" role="status" data-testid="searching-uncounted">
      <p>{say('signedOff.searching')}</p>
    </div>
  );
}

/** After a session that did not end cleanly: how much nobody knows of, and that the draft is there. */
function Recovery() {
  const { say, format } = useMessages();
  const recovery = useSession((session) => session.live?.time.recovery ?? null);
  if (!recovery) return null;
  return (
    <div className={classes.notice} role="status" data-testid="recovery">
      <p>
        {say(recovery.byWallClock ? 'notice.recoveryAbout' : 'notice.recovery', {
          time: format.duration(recovery.durationMs),
        })}{' '}
        {recovery.droppedRecords > 0 ? say('notice.droppedRecord') : ''}
      </p>
    </div>
  );
}
