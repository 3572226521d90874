import { useEffect, useState } from 'react';
import type { Seen, SeenStore } from './use-seen.ts';

/**
 * Things that are placed over the page by where its words stand: measured before the next frame is painted, once
 * something else is seen or what `measure` depends on has changed. Only they render then, not the text.
 */
export function usePlaced<Placed>(seen: SeenStore, measure: (seen: Seen) => readonly Placed[]): readonly Placed[] {
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(() => {
    let asked = 0;
    const place = () => {
      const next = measure(seen.read());
      setPlaced((before) => (before.length === 0 && next.length === 0 ? before : next));
    };
    const later = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(place);
    };
    later();
    const stop = seen.subscribe(later);
    return () => {
      cancelAnimationFrame(asked);
      stop();
    };
  }, [measure, seen]);
  return placed;
}
