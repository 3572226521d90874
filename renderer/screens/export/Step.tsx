import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useMessages } from '../../app/messages.ts';
import { stepId } from './refocus.ts';
import classes from './Step.module.css';

const STEPS = 4;

interface StepProps {
  readonly step: number;
  readonly title: string;
  readonly hint: string;
  /** Where the step stands, in words; null while nobody knows. */
  readonly state: { readonly done: boolean; readonly words: string } | null;
  readonly children: ReactNode;
}

/** One of the steps: its number, what it is for, where it stands. */
export function Step({ step, title, hint, state, children }: StepProps) {
  const { say, format } = useMessages();
  const id = useId();
  return (
    <li>
      <section className={classes.step} aria-labelledby={id}>
        <div className={classes.number} aria-hidden="true">
          {format.number(step)}
        </div>
        <div className={classes.body} id={stepId(step)} tabIndex={-1}>
          <header className={classes.head}>
            <div className={classes.title}>
              <p className="visually-hidden">{say('export.step', { step, steps: STEPS })}</p>
              <h2 id={id}>{title}</h2>
            </div>
            <p className={classes.state} role="status" data-done={state?.done}>
              {state ? (
                <>
                  {state.done ? (
                    <IconCircleCheck size={18} aria-hidden="true" />
                  ) : (
                    <IconCircleDashed size={18} aria-hidden="true" />
                  )}
                  {state.words}
                </>
              ) : null}
            </p>
          </header>
          <p className={classes.hint}>{hint}</p>
          {children}
        </div>
      </section>
    </li>
  );
}
