import type { Handlers } from '../../shared/ipc/dispatch.ts';
import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';
import type { wellbeingCalls } from '../../shared/ipc/calls/wellbeing-calls.ts';
import type { ExposureCaps } from '../../shared/time/exposure-caps.ts';
import type { ExposureService } from '../services/exposure/exposure-service.ts';
import { discloseFlags } from '../services/project/disclosure.ts';
import type { Timekeeper } from '../services/timekeeper.ts';
import type { Workplace } from '../services/workplace.ts';

interface WellbeingPorts {
  readonly exposure: ExposureService;
  readonly timekeeper: Timekeeper;
  readonly workplace: Workplace;
  readonly caps: () => ExposureCaps;
  readonly live: () => LiveView;
}

const ALL_TIME = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** The calls about breaks and exposure. */
export function wellbeingHandlers(ports: WellbeingPorts): Pick<Handlers, keyof typeof wellbeingCalls> {
  const { exposure, timekeeper, workplace, caps, live } = ports;
  return {
    'break.exposure': () => {
      timekeeper.startBreak('exposure');
      return live();
    },
    'break.lift': async ({ sentence }) => {
      await exposure.lift(sentence);
      return live();
    },
    'exposure.disclosure': () => {
      const { session, care } = workplace.current();
      return discloseFlags(session.db, care.care());
    },
    'exposure.standing': () => ({
      standing: exposure.standing(),
      caps: caps(),
      chosen: [...exposure.chosen()],
    }),
    'exposure.choose': ({ categories }) => {
      exposure.choose(categories);
      return {};
    },
    'exposure.shown': async () => {
      await exposure.written();
      const { flaggedItems, openMs, unveiledMs } = timekeeper.exposure(ALL_TIME);
      const counted = { flaggedItems, openMs, unveiledMs };
      return { notes: exposure.notes(), breaks: timekeeper.report(ALL_TIME, []).breaks, counted };
    },
    'exposure.forget': async () => {
      await exposure.forget();
      return {};
    },
    'exposure.helplines': async ({ text }) => {
      await exposure.writeHelpLines(text);
      return {};
    },
  };
}
