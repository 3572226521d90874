import { useState } from 'react';
import type { ErrorCode } from '../../../shared/core/error-codes.ts';
import type { TaskView } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { SkipDialog } from './SkipDialog.tsx';

/** An item that cannot be shown: not the worker's fault, said so, with its time counted. */
export function BrokenTask({ task, code }: { task: TaskView; code: ErrorCode }) {
  const { say } = useMessages();
  const actions = useActions();
  const [skipping, setSkipping] = useState(false);
  return (
    <Page title={<bdi>{task.title}</bdi>}>
      <p role="alert">{say(`error.${code}`)}</p>
      <p>
        {code === 'PROJECT_GONE' ? (
          <Button look="primary" onClick={() => void actions.go('workspace')}>
            {say('app.tryAgain')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => setSkipping(true)}>
            {say('action.skip')}
          </Button>
        )}{' '}
        <Button onClick={() => void actions.leaveTask()}>{say('workspace.leave')}</Button>
      </p>
      <SkipDialog task={task} opened={skipping} start="broken" onClose={() => setSkipping(false)} />
    </Page>
  );
}
