import { useState } from 'react';
import { useMessages } from '../app/messages.ts';
import notices from '../app/Notices.module.css';
import { isCoveredByBreak } from '../app/session.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { stopWords } from './exposure-words.ts';
import { useExposure } from './use-exposure.ts';

/** A quiet line when no more flagged items come: why, and that other tasks go on. Only for who has chosen any. */
export function ExposureBanner() {
  const { say, format } = useMessages();
  const actions = useActions();
  const exposure = useExposure();
  const covered = useSession(isCoveredByBreak);
  const resting = useSession((session) => session.live?.time.activity.startsWith('break.') ?? false);
  const [readStop, setReadStop] = useState('');
  const stop = exposure?.standing.stop ?? null;
  if (!exposure || stop === null || covered || resting || readStop === stop) return null;
  if (exposure.chosen.length === 0) return null;
  return (
    <div className={notices.notice} data-tone="calm" role="status" data-testid="exposure-banner" data-stop={stop}>
      <p>{stopWords(stop, exposure.caps.nightFromHours, say, format)}</p>
      <div className={notices.actions}>
        {stop === 'break' ? (
          <Button size="small" look="primary" onClick={() => void actions.startExposureBreak()}>
            {say('exposure.take')}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={() => setReadStop(stop)}>
          {say('break.understood')}
        </Button>
      </div>
    </div>
  );
}
