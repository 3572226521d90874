import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { Explained } from './Explained.tsx';
import { type Family, sharesOf } from './time-shares.ts';
import classes from './WhereTimeWent.module.css';

const WIDTH = 1000;
const HEIGHT = 44;
const GAP = 3;

/** Work time by activity: one bar, and the same in a table, so that nothing depends on colour or sight. */
export function WhereTimeWent({ report }: { report: TimeView['report'] }) {
  const { say, format } = useMessages();
  const shares = sharesOf(report);
  const families = (['tasks', 'around', 'breaks'] as const).filter((family) =>
    shares.some((share) => share.family === family),
  );
  return (
    <figure className={classes.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={classes.bar} aria-hidden="true">
        <Hatch />
        {shares.map((share, index) => {
          const before = shares.slice(0, index);
          const width = (share.bp / 10_000) * WIDTH;
          const at = (before.reduce((sum, { bp }) => sum + bp, 0) / 10_000) * WIDTH;
          const shade = before.filter(({ family }) => family === share.family).length % 3;
          return (
            <g key={share.activity} className={classes[share.family]} data-shade={shade}>
              <rect x={at} y={0} width={Math.max(width - GAP, 1)} height={HEIGHT} />
              {share.family === 'around' ? (
                <rect x={at} y={0} width={Math.max(width - GAP, 1)} height={HEIGHT} fill="url(#hatch)" />
              ) : null}
            </g>
          );
        })}
      </svg>
      <div className={classes.families}>
        {families.map((family) => (
          <FamilyTable
            key={family}
            family={family}
            total={format.duration(shares.filter((one) => one.family === family).reduce((sum, one) => sum + one.ms, 0))}
            rows={shares
              .filter((one) => one.family === family)
              .map((one) => ({
                key: one.activity,
                name: say(`activity.${one.activity}`),
                time: format.duration(one.ms),
                how: say(`activityHow.${one.activity}`),
                share: format.percent(one.bp),
              }))}
          />
        ))}
      </div>
    </figure>
  );
}

interface FamilyTableProps {
  readonly family: Family;
  readonly total: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly time: string;
    readonly how: string;
    readonly share: string;
  }[];
}

function FamilyTable({ family, total, rows }: FamilyTableProps) {
  const { say } = useMessages();
  return (
    <table className={classes.table}>
      <caption>
        <span className={classes.caption}>
          <svg width="14" height="14" aria-hidden="true" className={classes[family]} data-shade="0">
            <rect width="14" height="14" />
            {family === 'around' ? <rect width="14" height="14" fill="url(#hatch)" /> : null}
          </svg>
          {say(`myTime.family.${family}`)}{' '}
          <strong>
            <Explained how={say(`myTime.familyHow.${family}`)}>{total}</Explained>
          </strong>
        </span>
      </caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <Explained how={row.how}>{row.time}</Explained>
            </td>
            <td>{row.share}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Slanted lines over what is around the tasks: told apart without colour. */
function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="8" className={classes.hatch} />
      </pattern>
    </defs>
  );
}
