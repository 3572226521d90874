import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '../../app/messages.ts';
import classes from './PayStep.module.css';

/** Said before anything leaves: with fewer than five workers, sums tell about single persons. */
export function SmallTeam() {
  const { say } = useMessages();
  return (
    <div role="note" className={classes.warning}>
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div>
        <p className={classes.warningTitle}>{say('export.pay.recognisable')}</p>
        <p>{say('export.pay.recognisableHint')}</p>
      </div>
    </div>
  );
}
