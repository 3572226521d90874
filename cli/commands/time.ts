import { resolve } from 'node:path';
import { rangeOf } from '../../electron/services/live-view.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { taskFactsOf } from '../../electron/services/project/task-facts.ts';
import type { TimeReport } from '../../shared/time/report.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { openRecordToRead, profileDir } from '../profile.ts';

/** What others may rely on (docs/cli.md). */
interface TimeOutput {
  readonly workMs: number;
  readonly undeterminedMs: number;
  readonly outageMs: number;
  readonly byActivityMs: TimeReport['byActivityMs'];
  readonly sourcesMs: TimeReport['sourcesMs'];
  /** Null under 10 minutes of work time or 5 submissions. */
  readonly effectiveHourlyMinor: number | null;
  readonly invisibleShareBp: number;
  readonly unpaidShareBp: number;
  readonly tasks: TimeReport['tasks'];
}

export const time: Command = {
  name: 'time',
  summary: 'tell your own time on a project',
  usage: `fairmark time PROJECT [--profile DIR] [--json]

Tells the time that your record on this machine holds for a project: by activity, the shares that were unpaid and around
the tasks, and the true time of each task. The app must be closed.

  --profile DIR   the folder of your record, if it is not where the app keeps it

Example: fairmark time ~/Documents/Fairmark/sample-project --json`,
  async run(args, io) {
    const { values, positionals } = parseArguments(args, { json: { type: 'boolean' }, profile: { type: 'string' } }, [
      'PROJECT',
    ]);
    const session = openProjectSession(resolve(positionals[0] ?? ''));
    try {
      const record = openRecordToRead(profileDir(values.profile, io));
      try {
        const { project, db } = session;
        const report = record.timekeeper.report(rangeOf('all', Date.now()), taskFactsOf(db, project), project.id);
        const output = toOutput(report);
        io.out(values.json ? `${JSON.stringify(output, null, 2)}\n` : `${toText(output)}\n`);
        return EXIT.fine;
      } finally {
        record.close();
      }
    } finally {
      session.close();
    }
  },
};

function toOutput(report: TimeReport): TimeOutput {
  return {
    workMs: report.workMs,
    undeterminedMs: report.undeterminedMs,
    outageMs: report.outageMs,
    byActivityMs: report.byActivityMs,
    sourcesMs: report.sourcesMs,
    effectiveHourlyMinor: report.pay[0]?.effectiveHourlyMinor?.value ?? null,
    invisibleShareBp: report.invisibleShareBp,
    unpaidShareBp: report.unpaidShareBp,
    tasks: report.tasks,
  };
}

function toText(output: TimeOutput): string {
  const lines = [`Work time       ${clock(output.workMs)}`];
  for (const [activity, ms] of Object.entries(output.byActivityMs)) {
    if (ms > 0) lines.push(`  ${activity.padEnd(14)}${clock(ms)}`);
  }
  lines.push(
    `Undetermined    ${clock(output.undeterminedMs)}`,
    `Outage          ${clock(output.outageMs)}`,
    `Hourly pay      ${output.effectiveHourlyMinor === null ? 'not enough time yet' : (output.effectiveHourlyMinor / 100).toFixed(2)}`,
    `Around tasks    ${(output.invisibleShareBp / 100).toFixed(1)} %`,
    `Unpaid          ${(output.unpaidShareBp / 100).toFixed(1)} %`,
    `Known by        measured ${clock(output.sourcesMs.measured)}, inferred ${clock(output.sourcesMs.inferred)}, declared ${clock(output.sourcesMs.declared)}`,
    ...(output.tasks.length === 0 ? [] : ['', taskLine('Task', 'own', 'true')]),
    ...output.tasks.map(({ id, ownMs, trueMs }) => taskLine(id, clock(ownMs), clock(trueMs))),
    '',
    'Fairmark measures time inside Fairmark; searching elsewhere is invisible unless declared.',
  );
  return lines.join('\n');
}

function taskLine(id: string, own: string, trueTime: string): string {
  return `${id.padEnd(40)} ${own.padStart(9)} ${trueTime.padStart(9)}`;
}

/** `h:mm:ss`. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
