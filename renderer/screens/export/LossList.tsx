import type { Output } from '../../../shared/ipc/contract.ts';
import { EXAMPLES } from '../../../shared/dataset/losses.ts';
import { formatById } from '../../../shared/dataset/formats.ts';
import { sayReason } from '../../../shared/i18n/reason.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './LossList.module.css';

type Losses = Output<'export.run'>['losses'];

/** Beyond it the list is cut: the command line names all. */
const MOST_SHOWN = 500;

/** What formats could not carry: a line for each sort, with all its places to unfold. */
export function LossList({ losses }: { losses: Losses }) {
  const { say } = useMessages();
  return (
    <ul className={classes.losses}>
      {losses.map(({ format, code, places, ...why }) => (
        <li key={JSON.stringify([format, code, why])} data-code={code}>
          <details className={classes.loss}>
            <summary>
              <b>{formatById(format)?.title ?? format}</b>{' '}
              <span className={classes.count}>{say('export.result.times', { count: places.length })}</span>{' '}
              <span>{sayReason(say, 'loss', why)}</span>
              <span className={classes.places}>
                {places.slice(0, EXAMPLES).join(', ')}
                {places.length > EXAMPLES ? ' …' : ''}
              </span>
            </summary>
            <ul className={classes.all}>
              {places.slice(0, MOST_SHOWN).map((place, index) => (
                <li key={`${index}-${place}`}>
                  <code>{place}</code>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
