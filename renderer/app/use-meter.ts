import { useEffect, useState } from 'react';
import { type Meter, meterOf } from './meter.ts';
import { useSession } from './use-session.ts';

/** The header's numbers, moving each second while time is counted; null until the main process spoke once. */
export function useMeter(): Meter | null {
  const live = useSession((session) => session.live);
  const liveAtMs = useSession((session) => session.liveAtMs);
  const fault = useSession((session) => session.fault);
  const [nowMs, setNowMs] = useState(() => performance.now());
  const meter = live ? meterOf(live, Math.max(nowMs, liveAtMs) - liveAtMs, fault) : null;
  const counting = meter?.counting ?? false;
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [counting, liveAtMs]);
  return meter;
}
