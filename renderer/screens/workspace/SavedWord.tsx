import { useMessages } from '../../app/messages.ts';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

/** "Saved" only while everything shown is on disk. Not announced: it changes with each stroke. */
export function SavedWord({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const saving = useWorkbench(bench, ({ underWay, unsaved }) => underWay > 0 || unsaved.length > 0);
  const refused = useWorkbench(bench, ({ refusal }) => refusal !== null);
  const state = refused ? 'refused' : saving ? 'saving' : 'saved';
  return (
    <span data-testid="saved" data-state={state}>
      {say(`workspace.${state}`)}
    </span>
  );
}
