import { sayReason } from '../../../shared/i18n/reason.ts';
import type { ClaimReport } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './ClaimGroups.module.css';
import { FindingList } from './FindingList.tsx';
import { groupClaims } from './group-claims.ts';
import { StatusWord } from './StatusWord.tsx';

interface ClaimGroupsProps {
  readonly claims: readonly ClaimReport[];
  /** What a claim says, for one who reads it for the first time. */
  readonly meaning: (id: ClaimReport['id']) => string;
}

/** Every claim under the status it came to, the worst first, each with what it rests on. */
export function ClaimGroups({ claims, meaning }: ClaimGroupsProps) {
  const { say } = useMessages();
  return (
    <section className={classes.groups} aria-labelledby="claims-title">
      <h3 id="claims-title" className={classes.title}>
        {say('verify.claims')}
      </h3>
      {groupClaims(claims).map((group) => (
        <section key={group.status} className={classes.group} aria-labelledby={`claims-${group.status}`}>
          <div className={classes.head}>
            <h4 id={`claims-${group.status}`} className={classes.status}>
              <StatusWord status={group.status} />
            </h4>
            <p className={classes.meaning}>{say(`verify.meaning.${group.status}`)}</p>
          </div>
          <ul className={classes.claims}>
            {group.claims.map((claim) => (
              <Claim key={claim.id} claim={claim} meaning={meaning(claim.id)} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Claim({ claim, meaning }: { claim: ClaimReport; meaning: string }) {
  const { say } = useMessages();
  return (
    <li className={classes.claim} data-claim={claim.id} data-status={claim.status}>
      <p className={classes.name}>{say(`verify.claim.${claim.id}`)}</p>
      <div className={classes.words}>
        <p>{meaning}</p>
        <p className={classes.basis}>{sayReason(say, 'basis', claim)}</p>
        {claim.findings.length > 0 ? <FindingList findings={claim.findings} /> : null}
      </div>
    </li>
  );
}
