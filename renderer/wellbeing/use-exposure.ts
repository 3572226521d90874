import { useEffect, useState } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import { useSession } from '../app/use-session.ts';
import { call } from '../bridge.ts';

export type Exposure = Output<'exposure.standing'>;

/** Where the worker stands against their caps; asked again whenever the main process tells something new. */
export function useExposure(again = 0): Exposure | null {
  const liveAtMs = useSession((session) => session.liveAtMs);
  const [exposure, setExposure] = useState<Exposure | null>(null);
  useEffect(() => {
    let over = false;
    void call('exposure.standing', {}).then((answer) => {
      if (!over && answer.ok) setExposure(answer.value);
    });
    return () => {
      over = true;
    };
  }, [liveAtMs, again]);
  return exposure;
}
