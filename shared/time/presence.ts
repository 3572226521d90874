import type { Presence } from './activity.ts';
import type { PresenceFacts } from './beat.ts';
import { INTERACTING_MS } from './limits.ts';
import { type PresenceTrack, presentUntilMs } from './presence-track.ts';

/** Why the worker is surely not there; suspended beats locked beats declared. Null if nothing says so. */
export function awayCause(facts: PresenceFacts): 'suspend' | 'lock' | 'declared' | null {
  if (facts.suspended) return 'suspend';
  if (facts.locked) return 'lock';
  return facts.declaredAway ? 'declared' : null;
}

/** Whether the worker is there at `atMs` of the session (time.md, "Presence"). */
export function presenceAt(facts: PresenceFacts, track: PresenceTrack, atMs: number): Presence {
  if (awayCause(facts) !== null) return 'away';
  if (track.lastInputAtMs === null) return 'uncertain';
  if (atMs > presentUntilMs(track, facts.allowanceMs)) return 'uncertain';
  if (atMs - track.lastInputAtMs <= INTERACTING_MS) return 'interacting';
  return track.offWindowSinceMs === null ? 'attending' : 'off-window';
}
