import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../../electron/services/own-settings.ts';
import { appSettingsSchema, defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { noCare, tightenedCare } from '../../../shared/project/care.ts';
import { exposureCapsOf } from '../../../shared/project/exposure-settings.ts';
import {
  changeSettings,
  type LimitMoment,
  type ProjectLimitName,
  projectLimitNames,
  type ProjectLimits,
  restPresets,
  settingsOn,
  stricterLimits,
  withProjectLimits,
} from '../../../shared/project/limits.ts';
import { breakSettingsSchema, defaultBreakSettings } from '../../../shared/time/break-settings.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const noon = new Date(2026, 10, 23, 12).getTime();

/** So much by the boot clock after Monday's noon, and what the wall says then; another boot where told. */
function after(passedMs: number, wallMs = noon + passedMs, bootId = 'one'): LimitMoment {
  return { now: { bootId, bootMs: 1_000_000 + passedMs, wallMs }, dayOf: localDay };
}
const monday = after(0);
const tuesday = after(DAY_MS);

describe('a limit', () => {
  it('becomes tighter at once', () => {
    const next = changeSettings(defaultAppSettings, { dayGateHours: 6, restLengthMinutes: 15 }, monday);
    expect(next).toMatchObject({ dayGateHours: 6, restLengthMinutes: 15, later: {} });
  });

  it('becomes looser on the next day only', () => {
    const tight = { ...defaultAppSettings, dayGateHours: 6 };
    const asked = changeSettings(tight, { dayGateHours: 8 }, monday);
    expect(asked.dayGateHours).toBe(6);
    expect(asked.later).toEqual({ dayGateHours: { from: '2026-11-24', value: 8, asked: monday.now } });
    expect(settingsOn(asked, after(11 * HOUR_MS)).dayGateHours).toBe(6);
    expect(settingsOn(asked, tuesday)).toEqual({ ...tight, dayGateHours: 8, later: {} });
  });

  it('is not loosened by a clock that is set forward, nor by one that was set back when it was asked for', () => {
    const tight = { ...defaultAppSettings, dayGateHours: 6 };
    const asked = changeSettings(tight, { dayGateHours: 8 }, monday);
    expect(settingsOn(asked, after(HOUR_MS, noon + 3 * DAY_MS)).dayGateHours).toBe(6);
    const early = changeSettings(tight, { dayGateHours: 8 }, after(0, noon - DAY_MS));
    expect(settingsOn(early, after(HOUR_MS)).dayGateHours).toBe(6);
    expect(settingsOn(early, after(DAY_MS)).dayGateHours).toBe(8);
  });

  it('is loosened after a restart of the machine by its clock, the only one there is then', () => {
    const asked = changeSettings({ ...defaultAppSettings, dayGateHours: 6 }, { dayGateHours: 8 }, monday);
    expect(settingsOn(asked, after(-HOUR_MS, noon + DAY_MS, 'two')).dayGateHours).toBe(8);
    expect(settingsOn(asked, after(-HOUR_MS, noon + HOUR_MS, 'two')).dayGateHours).toBe(6);
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

it.each([18, 22])('a night that moves to %i o’clock holds beside the one before until tomorrow', (nightFromHour) => {
  const moved = changeSettings(defaultAppSettings, { nightFromHour }, monday);
  expect(exposureCapsOf(moved).nightFromHours).toEqual([20, nightFromHour]);
  expect(exposureCapsOf(settingsOn(moved, tuesday)).nightFromHours).toEqual([nightFromHour]);
});

it('knows tomorrow across the end of a year', () => {
  const eve = new Date(2026, 11, 31, 23, 59).getTime();
  expect([localDay(eve, 0), localDay(eve, 1)]).toEqual(['2026-12-31', '2027-01-01']);
});

describe('a project’s limits', () => {
  const limits = fc.record(
    {
      restDueMinutes: fc.integer({ min: 25, max: 60 }),
      restGateMinutes: fc.integer({ min: 50, max: 75 }),
      restLengthMinutes: fc.integer({ min: 5, max: 15 }),
      longLengthMinutes: fc.integer({ min: 20, max: 60 }),
      dayGateHours: fc.integer({ min: 1, max: 10 }),
      weekGateHours: fc.integer({ min: 5, max: 48 }),
      flaggedSessionMinutes: fc.integer({ min: 5, max: 60 }),
      flaggedDayMinutes: fc.integer({ min: 5, max: 300 }),
    },
    { requiredKeys: [] },
  );
  const more: readonly ProjectLimitName[] = ['restLengthMinutes', 'longLengthMinutes'];

  /** Whether every limit is at least as strict as the other's, spelt out apart from the code under test. */
  function isAsStrict(limit: ProjectLimits, other: ProjectLimits): boolean {
    return projectLimitNames.every((name) => {
      const [mine, theirs] = [limit[name], other[name]];
      if (theirs === undefined) return true;
      return mine !== undefined && (more.includes(name) ? mine >= theirs : mine <= theirs);
    });
  }

  it('never loosen anything: what holds is as strict as the worker’s and as the project’s', () => {
    fc.assert(
      fc.property(limits, limits, (own, project) => {
        const settings = { ...defaultAppSettings, ...own };
        const inForce = withProjectLimits(settings, project);
        expect(isAsStrict(inForce, settings)).toBe(true);
        expect(isAsStrict(inForce, project)).toBe(true);
        expect(appSettingsSchema.parse(inForce)).toEqual(inForce);
        expect(inForce.nightFromHour).toBe(settings.nightFromHour);
      }),
    );
  });

  it('only ever become stricter, in whatever order they are set', () => {
    fc.assert(
      fc.property(limits, limits, (a, b) => {
        const both = stricterLimits(a, b);
        expect(both).toEqual(stricterLimits(b, a));
        expect(stricterLimits(both, a)).toEqual(both);
        expect(isAsStrict(both, a) && isAsStrict(both, b)).toBe(true);
      }),
    );
  });

  it('go with what a project says of its content, which is never taken back either', () => {
    const violence = { category: 'violence', severity: 2, shareBp: 500 } as const;
    const care = tightenedCare(noCare, { disclosed: [violence], limits: { dayGateHours: 6 } });
    const milder = { category: 'violence', severity: 1, shareBp: 1000 } as const;
    expect(tightenedCare(care, { disclosed: [milder], limits: { dayGateHours: 9, restLengthMinutes: 10 } })).toEqual({
      disclosed: [{ category: 'violence', severity: 2, shareBp: 1000 }],
      limits: { dayGateHours: 6, restLengthMinutes: 10 },
    });
    expect(tightenedCare(care, noCare)).toEqual(care);
  });
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
