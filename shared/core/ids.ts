import { z } from 'zod';

/** Ids are lower-case ASCII, at most 64 characters, so that they are safe in file names, URLs and logs. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** SHA-256 in lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Whole milliseconds, never negative. */
export const durationMsSchema = z.int().min(0);

/** Whole minor units of a currency (cents), never negative. */
export const minorSchema = z.int().min(0);

/** Wall-clock instant, milliseconds since the Unix epoch. For showing and ordering by people, never for durations. */
export const instantSchema = z.int().min(0);

/** Source of ids; the random part comes from the host (a port: `shared/` has no randomness). */
export type MakeId = (prefix: string) => string;
