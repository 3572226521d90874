import { describe, expect, test } from 'vitest';
import { changeRest, minuteChoices, restRanges } from '../../../renderer/screens/settings/rest-limits.ts';
import { appSettingsSchema, defaultAppSettings } from '../../../shared/project/app-settings.ts';

describe('minutes to choose from', () => {
  test('lie within the range, and the present one is among them', () => {
    expect(minuteChoices('restGateMinutes', 62)).toEqual([50, 55, 60, 62, 65, 70, 75]);
  });

  test.each(['restDueMinutes', 'restGateMinutes', 'restLengthMinutes'] as const)('are all allowed: %s', (limit) => {
    for (const minutes of minuteChoices(limit, restRanges[limit].least)) {
      expect(appSettingsSchema.safeParse({ ...defaultAppSettings, [limit]: minutes }).success).toBe(true);
    }
  });
});

describe('changing a limit', () => {
  const limits = { restDueMinutes: 50, restGateMinutes: 55, restLengthMinutes: 5 };

  test('changes that one alone', () => {
    expect(changeRest(limits, 'restLengthMinutes', 10)).toEqual({ restLengthMinutes: 10 });
    expect(changeRest(limits, 'restDueMinutes', 55)).toEqual({ restDueMinutes: 55 });
  });

  test('a later reminder takes the gate along', () => {
    expect(changeRest(limits, 'restDueMinutes', 60)).toEqual({ restDueMinutes: 60, restGateMinutes: 60 });
  });

  test('an earlier gate takes the reminder along', () => {
    expect(changeRest({ ...limits, restDueMinutes: 55 }, 'restGateMinutes', 50)).toEqual({
      restDueMinutes: 50,
      restGateMinutes: 50,
    });
  });
});
