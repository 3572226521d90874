import { useEffect, useState } from 'react';
import { languageTagSchema } from '../../../shared/i18n/languages.ts';
import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';
import type { Input, Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PassphraseForm } from '../export/PassphraseForm.tsx';
import classes from './OwnExportDialog.module.css';

type Detail = Input<'own.preview'>['detail'];
const details: readonly Detail[] = ['totals', 'per-project', 'per-task'];

interface OwnExportDialogProps {
  readonly range: Input<'own.preview'>['range'];
  readonly atMs: number | null;
  readonly onClose: () => void;
}

/** The worker's own export: every file as it will be, then the same bytes in a folder of their choice. */
export function OwnExportDialog({ range, atMs, onClose }: OwnExportDialogProps) {
  const { say, language } = useMessages();
  const actions = useActions();
  // where to begin, never where to end: this is the worker's own, and holds whatever they want
  const level = useSession((session) => session.settings.privacy);
  const [detail, setDetail] = useState<Detail>(level === 'none' ? 'totals' : level);
  const [keys, setKeys] = useState<KeyStatus | null>(null);
  const [made, setMade] = useState<{ of: string; preview: Output<'own.preview'> } | null>(null);
  const [dir, setDir] = useState<string | null>(null);
  const [wrote, setWrote] = useState<{ id: string; result: Output<'own.write'> } | null>(null);

  useEffect(() => {
    void actions.ask('keys.status', {}).then((answer) => {
      if (answer) setKeys(answer);
    });
  }, [actions]);
  const keyState = keys?.state ?? null;
  const wanted = [range, atMs, detail, language, keyState].join(' ');
  const preview = made?.of === wanted ? made.preview : null;
  const written = wrote && wrote.id === preview?.previewId ? wrote.result : null;
  useEffect(() => {
    // what can be signed is known first
    if (keyState === null) return undefined;
    let over = false;
    const tag = languageTagSchema.parse(language);
    void actions.ask('own.preview', { range, atMs, detail, language: tag }).then((answer) => {
      if (!over && answer) setMade({ of: wanted, preview: answer });
    });
    return () => {
      over = true;
    };
  }, [actions, range, atMs, detail, language, keyState, wanted]);

  const choose = async () => {
    const answer = await actions.ask('own.choose', {});
    if (answer?.path) setDir(answer.path);
  };
  const write = async () => {
    if (!preview) return;
    const answer = await actions.ask('own.write', { previewId: preview.previewId, dir });
    if (answer) setWrote({ id: preview.previewId, result: answer });
  };
  return (
    <Dialog
      opened
      size="44rem"
      title={say('myTime.ownExport.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say(written ? 'common.close' : 'common.cancel')}
          </Button>
          {written ? null : (
            <>
              <Button onClick={() => void choose()}>{say('myTime.ownExport.choose')}</Button>
              <Button look="primary" disabled={!preview} onClick={() => void write()}>
                {say('myTime.ownExport.write')}
              </Button>
            </>
          )}
        </>
      }
    >
      <p>{say('myTime.ownExport.hint')}</p>
      <Choice
        label={say('myTime.ownExport.detail')}
        value={detail}
        options={details.map((value) => ({ value, label: say(`myTime.ownExport.details.${value}`) }))}
        onChange={setDetail}
      />
      <p className={classes.small}>{say('myTime.ownExport.detailHint')}</p>
      {keys && keys.state !== 'ready' ? (
        <div className={classes.keys}>
          <p>{say('myTime.ownExport.noKeys')}</p>
          <PassphraseForm keys={keys} next={false} onKeys={setKeys} />
        </div>
      ) : null}
      {preview ? <Files preview={preview} /> : <p>{say('myTime.ownExport.working')}</p>}
      <p role="status" className={classes.folder}>
        {written
          ? say('myTime.ownExport.done', { folder: written.dir })
          : preview
            ? say('myTime.ownExport.folder', { folder: dir ?? preview.folder })
            : ''}
      </p>
    </Dialog>
  );
}

function Files({ preview }: { preview: Output<'own.preview'> }) {
  const { say } = useMessages();
  return (
    <>
      <p>{say('myTime.ownExport.files')}</p>
      <ul className={classes.files}>
        {preview.files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            <strong>{name}</strong> <span>{say('myTime.ownExport.size', { count: bytes })}</span>
            <code>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
      <Exact label={say('myTime.ownExport.csv')} text={preview.csv} name="own-csv" />
      {preview.statement === null ? null : (
        <Exact label={say('myTime.ownExport.statement')} text={preview.statement} name="own-statement" />
      )}
    </>
  );
}

function Exact({ label, text, name }: { label: string; text: string; name: string }) {
  return (
    <details className={classes.exact}>
      <summary>{label}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0} aria-label={label} data-testid={name}>
        {text}
      </pre>
    </details>
  );
}
