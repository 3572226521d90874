import type { ProjectCare } from '../../../shared/project/care.ts';
import type { Terms } from '../../../shared/project/terms.ts';
import { useMessages } from '../../app/messages.ts';
import { DisclosedList } from '../../wellbeing/DisclosedList.tsx';
import { ProjectLimitList } from '../../wellbeing/ProjectLimitList.tsx';
import classes from './TermsPanel.module.css';

/** What the requester pays, for what, and when: before any work. */
export function TermsPanel({ terms, care }: { terms: Terms; care: ProjectCare }) {
  const { say, format } = useMessages();
  const money = (minor: number) => format.money(minor, terms.currency);
  const activities = terms.paidActivities.map((activity) => say(`activity.${activity}`)).join(' · ');
  const facts = [
    { value: money(terms.perTaskMinor.image), words: say('terms.perImage') },
    { value: money(terms.perTaskMinor.text), words: say('terms.perText') },
    { value: money(terms.floorPerHourMinor), words: say('terms.floor') },
    { value: say(terms.breaksPaid ? 'terms.breaksPaid' : 'terms.breaksUnpaid'), words: say('terms.breaks') },
    {
      value: terms.dueDays === 0 ? say('terms.dueAtOnce') : say('terms.days', { count: terms.dueDays }),
      words: say('terms.due'),
    },
  ];
  return (
    <section className={classes.panel} aria-labelledby="terms-title">
      <h2 id="terms-title" className={classes.title}>
        {say('browse.termsTitle')}
      </h2>
      <dl className={classes.facts}>
        {facts.map(({ value, words }) => (
          <div key={words} className={classes.fact}>
            <dt>{words}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.words}>
        {activities ? <p>{say('terms.floorHint', { activities })}</p> : null}
        <p>
          <span className={classes.rule}>{say('terms.rejection')}</span>{' '}
          {terms.rejectionRule === '' ? say('terms.noRejectionRule') : <bdi>{terms.rejectionRule}</bdi>}
        </p>
      </div>
      {care.disclosed.length + Object.keys(care.limits).length > 0 ? (
        <div className={classes.words}>
          {care.disclosed.length > 0 ? (
            <div>
              <p className={classes.rule}>{say('care.expected')}</p>
              <DisclosedList disclosed={care.disclosed} />
            </div>
          ) : null}
          {Object.keys(care.limits).length > 0 ? (
            <div>
              <p className={classes.rule}>{say('care.projectLimits')}</p>
              <ProjectLimitList limits={care.limits} />
            </div>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
