import { z } from 'zod';
import { instantSchema } from '../core/ids.ts';

/** Stretch of wall time, `[fromMs, toMs)`; it selects what is counted and never enters a duration. */
export const timeRangeSchema = z.strictObject({ fromMs: instantSchema, toMs: instantSchema });
export type TimeRange = Readonly<z.infer<typeof timeRangeSchema>>;
