import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakRules, strictestAdvice } from '../../../shared/time/break-advice.ts';
import { rest } from '../../../shared/time/break-rules/rest.ts';
import { defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import type { Ledger } from '../../../shared/time/ledger.ts';
import type { Phase } from '../../../shared/time/segment.ts';
import { type Part, makeLedger } from '../../support/time/make-segment.ts';

const now = { wallMs: 1, zone: 'UTC' };
/** A hint asks for nothing and passes by itself. */
const strength = { none: 0, hint: 0, due: 1, gate: 2 } as const;

const part: fc.Arbitrary<Part> = fc.record({
  phase: fc.constantFrom<Phase>('task', 'search', 'queue', 'away', 'undetermined', 'break.rest', 'ledger', 'outage'),
  durationMs: fc.integer({ min: 1, max: 30 * 60_000 }),
});
const parts = fc.array(part, { maxLength: 40 });

const setClock = (ledger: Ledger, byMs: readonly number[]): Ledger => ({
  ...ledger,
  segments: ledger.segments.map((segment, index) => ({
    ...segment,
    startUtcMs: Math.max(0, segment.startUtcMs + (byMs[index % Math.max(1, byMs.length)] ?? 0)),
  })),
});

describe('every break rule', () => {
  it('is listed', () => {
    expect(breakRules.length).toBeGreaterThan(0);
    expect(new Set(breakRules.map(({ name }) => name)).size).toBe(breakRules.length);
  });

  it.each(breakRules)('$name never becomes milder through more work', (rule) => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 3_600_000 }), (given, durationMs) => {
        const before = rule.advise(makeLedger(given), defaultBreakSettings, now);
        const after = rule.advise(makeLedger([...given, { phase: 'task', durationMs }]), defaultBreakSettings, now);
        expect(strength[after.state]).toBeGreaterThanOrEqual(strength[before.state]);
      }),
    );
  });

  it('rest is silent after a rest of its length', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom<Phase>('away', 'break.rest', 'undetermined'), (given, phase) => {
        const { restLengthMs } = defaultBreakSettings;
        const rested = makeLedger([...given, { phase, durationMs: restLengthMs }]);
        expect(rest.advise(rested, defaultBreakSettings, now).state).toBe('none');
      }),
    );
  });

  it.each(breakRules)('$name says the same however the wall clock is set', (rule) => {
    const jumps = fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(parts, jumps, fc.nat(), (given, byMs, wallMs) => {
        const ledger = makeLedger(given);
        const moved = rule.advise(setClock(ledger, byMs), defaultBreakSettings, { ...now, wallMs });
        expect(moved).toEqual(rule.advise(ledger, defaultBreakSettings, now));
      }),
    );
  });

  it('is heard: the advice shown is as strict as the strictest', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const ledger = makeLedger(given);
        const strictest = Math.max(
          ...breakRules.map((rule) => strength[rule.advise(ledger, defaultBreakSettings, now).state]),
        );
        expect(strength[strictestAdvice(ledger, defaultBreakSettings, now).state]).toBe(strictest);
      }),
    );
  });
});
