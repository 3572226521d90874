import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { VerifiedFolder } from '../../../shared/ipc/calls/export-calls.ts';
import { missingCase } from '../../../shared/core/missing-case.ts';
import { useMessages } from '../../app/messages.ts';
import { groupClaims, type Report, type Verdict, verdictOf } from './group-claims.ts';
import { StatusWord } from './StatusWord.tsx';
import classes from './VerdictView.module.css';

/** More failed claims than this are counted, not named. */
const MOST_NAMED = 4;

/** The first sentence: what failed, or that nothing did; and how many claims rest on what. */
export function VerdictView({ report, of }: { report: Report; of: VerifiedFolder['of'] }) {
  const { say, format } = useMessages();
  const verdict = verdictOf(report);
  const good = verdict.kind === 'nothing-failed';
  const Icon = good ? IconCircleCheck : IconCircleX;
  return (
    <div className={classes.verdict} data-good={good} data-testid="verdict">
      <Icon size={28} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.sentence}>{sentence(verdict)}</p>
        <p className={classes.hint}>{hint(verdict)}</p>
        {report.claims.length > 0 ? (
          <ul className={classes.tally} aria-label={say('verify.tally')}>
            {groupClaims(report.claims).map(({ status, claims }) => (
              <li key={status}>
                <span className={classes.count}>{format.number(claims.length)}</span> <StatusWord status={status} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );

  function sentence(told: Verdict): string {
    switch (told.kind) {
      case 'nothing-failed':
        return say('verify.nothingFailed');
      case 'claims-failed':
        if (told.claims.length > MOST_NAMED) return say('verify.failedMany', { count: told.claims.length });
        return say('verify.failed', {
          count: told.claims.length,
          claims: format.list(told.claims.map(({ id }) => say(`verify.claim.${id}`))),
        });
      case 'faults':
        return say('verify.failedElsewhere', { count: told.count });
      case 'unreadable':
        return say(of === 'package' ? 'verify.unreadable' : 'verify.own.unreadable');
      default:
        return missingCase(told);
    }
  }

  function hint({ kind }: Verdict): string {
    if (kind === 'nothing-failed') return say(of === 'package' ? 'verify.nothingFailedHint' : 'verify.own.holds');
    if (kind === 'claims-failed' || kind === 'faults') return say('verify.failedHint');
    return say(of === 'package' ? 'verify.unreadableHint' : 'verify.own.unreadableHint');
  }
}
