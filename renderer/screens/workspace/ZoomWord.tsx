import { useMessages } from '../../app/messages.ts';
import classes from './Bench.module.css';

/** How large the picture is shown. */
export function ZoomWord({ scale }: { scale: number }) {
  const { format } = useMessages();
  return (
    <p className={classes.zoom} data-testid="zoom">
      {format.percent(Math.round(scale * 100) * 100)}
    </p>
  );
}
