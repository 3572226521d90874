// A process of its own that keeps time: `beating-child.ts <record.db> <times faster> [probe | recover]`.
// Prints `<seq> <hash>` of every record once it is acknowledged. With `probe` it says only whether the record opens, with
// `recover` what the start found, and the zone.
import { writeSync } from 'node:fs';
import { openJournal } from '../../../electron/db/journal-store.ts';
import { nodeClock } from '../../../electron/services/node-clock.ts';
import { createTimekeeper } from '../../../electron/services/timekeeper.ts';
import { codeOfRefusal } from './code-of-refusal.ts';
import { defaultBreakSettings } from '../../../shared/time/break-settings.ts';

const [path = '', speed = '1', mode = 'beat'] = process.argv.slice(2);
const faster = Number(speed);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const journal = openJournal({ path });
  if (mode === 'probe') say('opened');
  else if (mode === 'recover') recover(journal);
  else beat(journal);
} catch (error) {
  say(`refused ${codeOfRefusal(error)}`);
}

function recover(journal: ReturnType<typeof openJournal>): void {
  const none = {
    power: { onEvent: () => () => {} },
    idle: { idleForMs: () => null },
    timer: { every: () => () => {} },
  };
  const keeper = createTimekeeper({
    ...none,
    clock: nodeClock(),
    journal,
    breakSettings: () => defaultBreakSettings,
  });
  const { recovery } = keeper.snapshot();
  keeper.signOn();
  say(`${recovery?.cause} ${recovery?.durationMs} ${journal.records(1).at(-1)?.zone}`);
  keeper.stop();
  journal.close();
}

function beat(journal: ReturnType<typeof openJournal>): void {
  const clock = nodeClock();
  const first = clock.read();
  const scaled = (now: number, from: number) => Math.round(from + (now - from) * faster);
  const keeper = createTimekeeper({
    clock: {
      read() {
        const { monoMs, bootMs, wallMs, ...rest } = clock.read();
        const clocks = { monoMs: scaled(monoMs, first.monoMs), bootMs: scaled(bootMs, first.bootMs) };
        return { ...rest, ...clocks, wallMs: scaled(wallMs, first.wallMs) };
      },
    },
    power: { onEvent: () => () => {} },
    idle: { idleForMs: () => null },
    timer: {
      every(intervalMs, tick) {
        const timer = setInterval(() => {
          keeper.inputSeen();
          tick();
        }, intervalMs / faster);
        return () => clearInterval(timer);
      },
    },
    journal: {
      ...journal,
      append(draft) {
        const record = journal.append(draft);
        say(`${record.seq} ${record.hash}`);
        return record;
      },
    },
    breakSettings: () => defaultBreakSettings,
  });
  keeper.setActivity('task', { projectId: 'p1', taskId: 't1' });
  keeper.signOn();
}
