import { type ProjectLimitName, stricterLimit } from '../../../shared/project/limits.ts';

/** Values to choose from, within the ranges of `projectLimitsSchema`. */
const choices: Readonly<Record<ProjectLimitName, readonly number[]>> = {
  restDueMinutes: [25, 30, 35, 40, 45, 50, 55, 60],
  restGateMinutes: [50, 55, 60, 65, 70, 75],
  restLengthMinutes: [5, 10, 15],
  longLengthMinutes: [20, 30, 45, 60],
  dayGateHours: [2, 3, 4, 5, 6, 7, 8, 9, 10],
  weekGateHours: [8, 16, 20, 24, 30, 35, 40, 44, 48],
  flaggedSessionMinutes: [5, 10, 15, 30, 45, 60],
  flaggedDayMinutes: [10, 15, 30, 60, 120, 180, 240, 300],
};

/** The values that are as strict as the present one or stricter, and the present one whatever it is. */
export function stricterChoices(name: ProjectLimitName, present: number | undefined): readonly number[] {
  if (present === undefined) return choices[name];
  const kept = choices[name].filter((value) => stricterLimit(name, value, present) === value);
  return [...new Set([...kept, present])].toSorted((a, b) => a - b);
}
