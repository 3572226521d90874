import { useEffect, useState } from 'react';

/**
 * Things that are placed over the page by where its words stand: measured before the next frame is painted, once what
 * `measure` depends on has changed.
 */
export function usePlaced<Placed>(measure: () => readonly Placed[]): readonly Placed[] {
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPlaced(measure()));
    return () => cancelAnimationFrame(frame);
  }, [measure]);
  return placed;
}
