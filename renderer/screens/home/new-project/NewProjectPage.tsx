import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { FolderSurveyView } from '../../../../shared/ipc/views.ts';
import { useMessages } from '../../../app/messages.ts';
import { useActions } from '../../../app/use-session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SettingsGroup } from '../../settings/SettingsGroup.tsx';
import { AsideList } from './AsideList.tsx';
import { type Draft, type Field, type FieldFault, firstDraft, media, projectOf } from './draft.ts';
import { MediumFields } from './MediumFields.tsx';
import classes from './NewProject.module.css';
import { PayFields } from './PayFields.tsx';

interface NewProjectPageProps {
  readonly survey: FolderSurveyView;
  readonly onClose: () => void;
}

/** A project of somebody's own files: what is labelled, with which classes, what it pays. */
export function NewProjectPage({ survey, onClose }: NewProjectPageProps) {
  const { say } = useMessages();
  const actions = useActions();
  const [draft, setDraft] = useState<Draft>(() => firstDraft(survey));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const folderId = useId();

  const counts = { image: survey.images, text: survey.texts };
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    // what was found wrong goes as soon as it is mended; nothing is called wrong while it is typed
    if (faults.length > 0) setFaults(projectOf(next).faults.filter(({ field }) => isTold(faults, field)));
  };
  const errorOf = (field: Field): string | null => {
    const found = faults.find((one) => one.field === field);
    return found ? say(`newProject.fault.${found.fault}`, { name: found.named ?? '' }) : null;
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const planned = projectOf(draft);
    setFaults(planned.faults);
    if (!planned.project) {
      const [first] = planned.faults;
      if (first) form.current?.querySelector<HTMLElement>(`[data-field="${first.field}"]`)?.focus();
      return;
    }
    setBusy(true);
    // a refusal stands above the form, which is left as it is
    await actions.makeProject(survey.id, planned.project);
    setBusy(false);
  };

  return (
    <Page title={say('newProject.title')}>
      <form ref={form} className={classes.form} noValidate onSubmit={(event) => void make(event)}>
        <SettingsGroup title={say('newProject.files')} hint={say('newProject.filesHint')}>
          <p className={classes.folder} id={folderId}>
            <bdi>{survey.folder}</bdi>
          </p>
          <AsideList survey={survey} />
          <TextInput
            label={say('newProject.name')}
            data-field="name"
            value={draft.name}
            error={errorOf('name')}
            maxLength={200}
            autoComplete="off"
            data-autofocus
            ref={focusOnce}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </SettingsGroup>
        {media.map((medium) =>
          counts[medium] === 0 ? null : (
            <MediumFields
              key={medium}
              medium={medium}
              count={counts[medium]}
              draft={draft[medium]}
              errorOf={errorOf}
              onChange={(changed) => change({ [medium]: { ...draft[medium], ...changed } })}
            />
          ),
        )}
        <SettingsGroup title={say('newProject.instructions')} hint={say('newProject.instructionsHint')}>
          <Textarea
            aria-label={say('newProject.instructions')}
            value={draft.instructions}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={100_000}
            onChange={(event) => change({ instructions: event.currentTarget.value })}
          />
        </SettingsGroup>
        <PayFields draft={draft} errorOf={errorOf} onChange={change} />
        <div className={classes.actions}>
          <p role="status" className={classes.busy}>
            {busy ? say('newProject.busy') : ''}
            {!busy && faults.length > 0 ? say('newProject.faults', { count: faults.length }) : ''}
          </p>
          <Button disabled={busy} onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button type="submit" look="primary" disabled={busy}>
            {say('newProject.make')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function isTold(faults: readonly FieldFault[], field: Field): boolean {
  return faults.some((one) => one.field === field);
}

/** The page took the place of the button that was pressed: its first field takes the focus. */
function focusOnce(input: HTMLInputElement | null): void {
  if (input && input.dataset['seen'] === undefined) {
    input.dataset['seen'] = '';
    input.focus();
    input.select();
  }
}
