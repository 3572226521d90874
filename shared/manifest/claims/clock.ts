import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { durationMsSchema } from '../../core/ids.ts';
import { toldWork } from '../labour.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  clock: z.strictObject({
    gapsMs: durationMsSchema,
    anomalies: countSchema,
    /** Workers by where idle time came from: the system, or input in the app alone. */
    idleSources: z.strictObject({ system: countSchema, app: countSchema }),
  }),
};

/** What was wrong or unknown about the clocks that the times come from. */
export const clock: Claim<'clock', typeof shape> = {
  id: 'clock',
  shape,
  collect({ workers }) {
    const clocks = toldWork(workers).map((work) => work.clock);
    const from = (source: string): number => clocks.filter(({ idleSource }) => idleSource === source).length;
    return {
      clock: {
        gapsMs: sumOf(clocks, ({ gapsMs }) => gapsMs),
        anomalies: sumOf(clocks, ({ anomalies }) => anomalies),
        idleSources: { system: from('system'), app: from('app') },
      },
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { system, app } = manifest.clock.idleSources;
    if (system + app !== manifest.workers.included - manifest.timeWithheldBy) {
      findings.push(fault('E_SUM', 'clock/idleSources', 'idleTellers'));
    }
    findings.push(...recollected({ claim: clock, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge: (): Judgement => ({
    status: 'ASSERTED',
    ...because('basis', 'clocksOwn'),
  }),
  asserted: [],
};
