import { useMessages } from '../../app/messages.ts';
import { type Bench, useBenchView } from '../../workbench/use-workbench.ts';
import classes from './SuggestionSieveBar.module.css';

const orders = ['given', 'surest', 'doubtful'] as const;
/** How sure a model must be at least, in per cent. */
const leastPercents = [0, 25, 50, 75, 90] as const;

/** In which order suggestions come up, and which are left out because the model is not sure enough of them. */
export function SuggestionSieveBar({ bench, leftOut }: { bench: Bench; leftOut: number }) {
  const { say, format } = useMessages();
  const { order, leastScore } = useBenchView(bench, (view) => view.sieve);
  return (
    <div className={classes.bar}>
      <select
        aria-label={say('suggestion.order')}
        value={order}
        onChange={({ currentTarget }) => {
          const chosen = orders.find((one) => one === currentTarget.value);
          if (chosen) bench.view.send({ type: 'sifted', change: { order: chosen } });
        }}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {say(`suggestion.orders.${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('suggestion.least')}
        value={Math.round(leastScore * 100)}
        onChange={({ currentTarget }) =>
          bench.view.send({ type: 'sifted', change: { leastScore: Number(currentTarget.value) / 100 } })
        }
      >
        {leastPercents.map((percent) => (
          <option key={percent} value={percent}>
            {percent === 0
              ? say('suggestion.anyScore')
              : say('suggestion.atLeast', { share: format.percent(percent * 100) })}
          </option>
        ))}
      </select>
      {leftOut === 0 ? null : <p role="status">{say('suggestion.leftOut', { count: leftOut })}</p>}
    </div>
  );
}
