import type { AppSettings } from '../../../shared/project/app-settings.ts';

/** The rest breaks among the settings. */
export type RestLimits = Pick<AppSettings, 'restDueMinutes' | 'restGateMinutes' | 'restLengthMinutes'>;

interface Range {
  readonly least: number;
  readonly most: number;
}

/** In minutes, as wellbeing.md and `appSettingsSchema` have them. */
export const restRanges = {
  restDueMinutes: { least: 25, most: 60 },
  restGateMinutes: { least: 50, most: 75 },
  restLengthMinutes: { least: 5, most: 15 },
} as const satisfies Record<keyof RestLimits, Range>;

const STEP_MINUTES = 5;

/** Minutes to choose from: every fifth of the range, and the present one whatever it is. */
export function minuteChoices(limit: keyof RestLimits, present: number): readonly number[] {
  const { least, most }: Range = restRanges[limit];
  const choices = new Set([present]);
  for (let minutes = least; minutes <= most; minutes += STEP_MINUTES) choices.add(minutes);
  return [...choices].toSorted((a, b) => a - b);
}

/** What to save when one limit changes: the gate never comes before the reminder, so it moves along. */
export function changeRest(limits: RestLimits, limit: keyof RestLimits, minutes: number): Partial<RestLimits> {
  if (limit === 'restDueMinutes' && minutes > limits.restGateMinutes) {
    return { restDueMinutes: minutes, restGateMinutes: minutes };
  }
  if (limit === 'restGateMinutes' && minutes < limits.restDueMinutes) {
    return { restDueMinutes: minutes, restGateMinutes: minutes };
  }
  return { [limit]: minutes };
}
