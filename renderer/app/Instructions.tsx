import { IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import classes from './Instructions.module.css';
import { useMessages } from './messages.ts';
import { useActions, useSession } from './use-session.ts';

/** The project's instructions beside the work, for as long as they are needed. Reading them counts as work. */
export function Instructions() {
  const { say } = useMessages();
  const actions = useActions();
  const reading = useSession((session) => session.reading);
  const project = useSession((session) => session.project);
  const heading = useRef<HTMLHeadingElement>(null);
  const drawer = useRef<HTMLElement>(null);
  const close = useCallback(() => void actions.setReading(false), [actions]);
  useEffect(() => {
    const element = drawer.current;
    if (!reading || !element) return undefined;
    heading.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [reading, close]);
  if (!reading || !project) return null;
  return (
    <aside className={classes.drawer} aria-labelledby="instructions-title" ref={drawer}>
      <header className={classes.head}>
        <h2 id="instructions-title" tabIndex={-1} ref={heading}>
          {say('nav.instructions')}
        </h2>
        <button type="button" className={classes.close} aria-label={say('common.close')} onClick={close}>
          <IconX size={18} aria-hidden="true" />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.body} tabIndex={0} role="region" aria-label={project.name}>
        {project.instructions === '' ? <p>{say('instructions.empty')}</p> : <Markdown source={project.instructions} />}
      </div>
      <footer className={classes.foot}>
        <p>{say('instructions.counts')}</p>
        <Button look="primary" onClick={close}>
          {say('instructions.done')}
        </Button>
      </footer>
    </aside>
  );
}
