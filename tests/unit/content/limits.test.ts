import { describe, expect, it } from 'vitest';
import { localDays } from '../../../electron/services/own-settings.ts';
import { appSettingsSchema, defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { changeSettings, restPresets, settingsOn } from '../../../shared/project/limits.ts';
import { breakSettingsSchema, defaultBreakSettings } from '../../../shared/time/break-settings.ts';

const monday = { today: '2026-11-23', tomorrow: '2026-11-24' };
const tuesday = { today: '2026-11-24', tomorrow: '2026-11-25' };

describe('a limit', () => {
  it('becomes tighter at once', () => {
    const next = changeSettings(
      defaultAppSettings,
      { dayGateHours: 6, restLengthMinutes: 15, nightFromHour: 18 },
      monday,
    );
    expect(next).toMatchObject({ dayGateHours: 6, restLengthMinutes: 15, nightFromHour: 18, later: {} });
  });

  it('becomes looser on the next day only', () => {
    const tight = { ...defaultAppSettings, dayGateHours: 6 };
    const asked = changeSettings(tight, { dayGateHours: 8 }, monday);
    expect(asked.dayGateHours).toBe(6);
    expect(asked.later).toEqual({ dayGateHours: { from: '2026-11-24', value: 8 } });
    expect(settingsOn(asked, monday).dayGateHours).toBe(6);
    expect(settingsOn(asked, tuesday)).toEqual({ ...tight, dayGateHours: 8, later: {} });
  });

  it('tightened meanwhile takes the loosening back', () => {
    const asked = changeSettings({ ...defaultAppSettings, dayGateHours: 6 }, { dayGateHours: 8 }, monday);
    expect(changeSettings(asked, { dayGateHours: 5 }, monday)).toMatchObject({ dayGateHours: 5, later: {} });
  });

  it('cannot be loosened by saying that it was asked for earlier', () => {
    const forged = { later: { dayGateHours: { from: '2000-01-01', value: 10 } } };
    expect(changeSettings({ ...defaultAppSettings, dayGateHours: 6 }, forged, monday).later).toEqual({});
  });

  it('leaves other settings alone', () => {
    expect(changeSettings(defaultAppSettings, { theme: 'dark' }, monday)).toEqual({
      ...defaultAppSettings,
      theme: 'dark',
    });
  });
});

it('knows tomorrow across the end of a year', () => {
  expect(localDays(new Date(2026, 11, 31, 23, 59).getTime())).toEqual({ today: '2026-12-31', tomorrow: '2027-01-01' });
});

it.each(Object.entries(restPresets))('the preset %s lies within every range', (_name, preset) => {
  expect(appSettingsSchema.safeParse({ ...defaultAppSettings, ...preset }).success).toBe(true);
  const ms = (minutes: number) => minutes * 60_000;
  const { restDueMinutes, restGateMinutes, restLengthMinutes } = preset;
  const settings = {
    restDueMs: ms(restDueMinutes),
    restGateMs: ms(restGateMinutes),
    restLengthMs: ms(restLengthMinutes),
  };
  expect(breakSettingsSchema.safeParse({ ...defaultBreakSettings, ...settings }).success).toBe(true);
});
