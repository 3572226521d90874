import { type MissingDetail, missingDetails } from '../../../../shared/annotation/missing-details.ts';
import { useMessages } from '../../../app/messages.ts';
import notices from '../../../app/Notices.module.css';
import { Button } from '../../../ui/Button.tsx';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import { useEndName } from '../use-end-name.ts';
import classes from './Details.module.css';
import { showMissing } from './focus-details.ts';

/** So many are named; the others come up as these are filled in. */
const MOST_NAMED = 6;

/** What stops the task from being handed in: attributes that an annotation has to have, each with the way there. */
export function MissingDetails({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const endName = useEndName(bench);
  const missing = missingDetails(annotations, bench.labelSet);
  if (missing.length === 0) return null;
  const nameOf = ({ annotationId, attribute }: MissingDetail): string =>
    say('details.missingOne', { name: endName(annotationId), attribute: attribute.name });
  return (
    <div className={notices.notice} role="alert" data-tone="warn" data-testid="missing-details">
      <p>{say('details.missing', { count: missing.length })}</p>
      <ul className={classes.missing}>
        {missing.slice(0, MOST_NAMED).map((one) => (
          <li key={`${one.annotationId} ${one.attribute.id}`}>
            <Button size="small" look="quiet" onClick={() => showMissing(bench, one)}>
              <bdi>{nameOf(one)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
