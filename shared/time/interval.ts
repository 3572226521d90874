import type { ClockReading } from '../core/ports.ts';
import { CLOCK_TOLERANCE_MS, CREDIT_LIMIT_MS } from './limits.ts';

/** What three clocks say of the time between two beats of one boot and one process. Nothing is negative but a wall jump. */
export interface Interval {
  /** By the monotonic clock; on Linux the machine was awake for it. */
  readonly awakeMs: number;
  /** The part of `awakeMs` that is taken as seen: at most 15 s. */
  readonly creditMs: number;
  /** The part of `awakeMs` that a late beat left unseen. */
  readonly lateMs: number;
  /** By how much the boot clock ran ahead of the monotonic one: the machine slept. Comes after `awakeMs`. */
  readonly sleptMs: number;
  /** How far the wall clock was set, forward positive; 0 within the tolerance. Never a duration. */
  readonly wallJumpMs: number;
  /** `bootMs - monoMs` to measure the next interval against. */
  readonly bootLeadMs: number;
}

/**
 * Heartbeat arithmetic (time.md, "Heartbeat").
 *
 * The boot clock is read with a resolution of up to a second, so a single `dB - dM` would add noise to every beat.
 * It is measured against the smallest lead seen so far instead: short differences add up until they are beyond the
 * tolerance, then the whole of it counts at once.
 *
 * @param bootLeadMs what the interval before returned; for the first, `bootMs - monoMs` of the session's start.
 */
export function intervalBetween(before: ClockReading, after: ClockReading, bootLeadMs: number): Interval {
  const awakeMs = Math.max(0, after.monoMs - before.monoMs);
  const creditMs = Math.min(awakeMs, CREDIT_LIMIT_MS);
  const leadMs = bootLead(after);
  const slept = leadMs - bootLeadMs > CLOCK_TOLERANCE_MS;
  const wallJumpMs = after.wallMs - before.wallMs - (after.bootMs - before.bootMs);
  return {
    awakeMs,
    creditMs,
    lateMs: awakeMs - creditMs,
    sleptMs: slept ? leadMs - bootLeadMs : 0,
    wallJumpMs: Math.abs(wallJumpMs) > CLOCK_TOLERANCE_MS ? wallJumpMs : 0,
    bootLeadMs: slept ? leadMs : Math.min(leadMs, bootLeadMs),
  };
}

/** How far the boot clock is ahead of the monotonic one, i.e. how long the machine slept since boot, up to a constant. */
export function bootLead(reading: ClockReading): number {
  return reading.bootMs - reading.monoMs;
}

/** True if the machine was not restarted between two readings: a boot clock that went back says so even if the name does not. */
export function isSameBoot(
  before: Pick<ClockReading, 'bootId' | 'bootMs'>,
  after: Pick<ClockReading, 'bootId' | 'bootMs'>,
): boolean {
  return before.bootId === after.bootId && after.bootMs >= before.bootMs;
}
