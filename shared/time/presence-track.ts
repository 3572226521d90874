import type { PresenceFacts } from './beat.ts';
import { OFF_WINDOW_MS } from './limits.ts';

/** What the input rules remember, in milliseconds of the session. */
export interface PresenceTrack {
  /** Null since the worker came back from an absence and has not touched anything yet. */
  readonly lastInputAtMs: number | null;
  /** Since when the window has been without focus; null while it has it. */
  readonly offWindowSinceMs: number | null;
  /** Since when nothing has shown that the worker is there; null while something does. Only input ends it. */
  readonly doubtSinceMs: number | null;
}

/**
 * Until when the worker counts as present if no further input comes.
 *
 * With focus: last input + allowance. In another window: 120 s from leaving, if they were present when they left.
 */
export function presentUntilMs(track: PresenceTrack, allowanceMs: number): number {
  if (track.doubtSinceMs !== null) return track.doubtSinceMs;
  if (track.lastInputAtMs === null) return 0;
  const attendingUntilMs = track.lastInputAtMs + allowanceMs;
  const left = track.offWindowSinceMs;
  return left !== null && left <= attendingUntilMs ? left + OFF_WINDOW_MS : attendingUntilMs;
}

/** The track from `atMs` on, once a beat with these facts has been written. */
export function withWindow(track: PresenceTrack, facts: PresenceFacts, atMs: number): PresenceTrack {
  if (facts.window === 'focused') return { ...track, offWindowSinceMs: null };
  return track.offWindowSinceMs === null ? { ...track, offWindowSinceMs: atMs } : track;
}
