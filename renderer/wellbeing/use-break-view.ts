import { useEffect, useState } from 'react';
import { useSession } from '../app/use-session.ts';
import { type BreakView, breakViewOf } from './break-view.ts';

/** What is to be shown about breaks; its countdown moves each second. */
export function useBreakView(): BreakView {
  const live = useSession((session) => session.live);
  const liveAtMs = useSession((session) => session.liveAtMs);
  const [nowMs, setNowMs] = useState(() => performance.now());
  const view: BreakView = live ? breakViewOf(live, Math.max(nowMs, liveAtMs) - liveAtMs) : { show: 'nothing' };
  const counting = view.show === 'break' && !view.over;
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [counting, liveAtMs]);
  return view;
}
