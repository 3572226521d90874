import { sayRefusal, useMessages } from '../../app/messages.ts';
import notices from '../../app/Notices.module.css';
import { Button } from '../../ui/Button.tsx';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

/** What the disk or a rule refused, and what to do next. The canvas already shows what is really there. */
export function BenchRefusal({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const refusal = useWorkbench(bench, (state) => state.refusal);
  if (!refusal) return null;
  return (
    <div className={notices.notice} role="alert" data-tone="bad" data-code={refusal.code}>
      <p>{sayRefusal(say, refusal)}</p>
      <Button size="small" look="quiet" onClick={() => bench.store.send({ type: 'refusal read' })}>
        {say('common.dismiss')}
      </Button>
    </div>
  );
}
