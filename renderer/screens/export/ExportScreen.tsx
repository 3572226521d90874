import { useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { ProjectView } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page } from '../../ui/Page.tsx';
import { parseAmount } from '../../ui/amount.ts';
import classes from './ExportScreen.module.css';
import { noAnswers } from './hand-over-answers.ts';
import { KeysStep } from './KeysStep.tsx';
import { PayStep } from './PayStep.tsx';
import { blockersOf } from './readiness.ts';
import { ResultView } from './ResultView.tsx';
import { ReviewStep } from './ReviewStep.tsx';
import { SignStep } from './SignStep.tsx';
import { useHandOver } from './use-hand-over.ts';

/** Reviews, signs and hands over what was labelled, in four steps. */
export function ExportScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const project = useSession((session) => session.project);
  if (project) return <Steps key={project.id} project={project} />;
  return (
    <Page title={say('export.title')}>
      <Empty action={<Button onClick={() => void actions.go('home')}>{say('export.toProjects')}</Button>}>
        {say('export.noProject')}
      </Empty>
    </Page>
  );
}

function Steps({ project }: { project: ProjectView }) {
  const { say } = useMessages();
  const [answers, setAnswers] = useState(noAnswers);
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [result, setResult] = useState<Output<'export.run'> | null>(null);

  const typedMinor = answers.sent === null ? null : parseAmount(answers.sent);
  const { submissions, keys, preview, fresh, setKeys, readSubmissions } = useHandOver(answers);
  const ready = preview.state === 'ready' ? preview.preview : null;
  const sentMinor = answers.sent === null ? (ready?.dueMinor ?? null) : typedMinor;
  const formats = answers.formats ?? ready?.formats.map(({ id }) => id) ?? [];
  const accepted = submissions?.filter(({ verdict }) => verdict === 'accepted').length ?? null;
  const keyState = keys?.state ?? null;
  const blockers = blockersOf({
    accepted,
    keys: keyState,
    preview: fresh ? preview.state : 'loading',
    sentMinor,
    formats: formats.length,
  });

  const pending = submissions?.some(({ verdict }) => verdict === 'pending') ?? false;

  const sign = async () => {
    if (sentMinor === null || ready === null) return;
    setRunning(true);
    setRefusal(null);
    const answer = await call('export.run', {
      previewId: ready.previewId,
      formats: [...formats],
      sentMinor,
      receipt: answers.receipt,
      publishRows: answers.publishRows,
    });
    setRunning(false);
    if (answer.ok) return setResult(answer.value);
    setRefusal(answer.error);
    return answer.error.code === 'PREVIEW_OUTDATED' ? readSubmissions() : undefined;
  };

  if (result) return <ResultView result={result} onBack={() => setResult(null)} />;
  return (
    <Page title={say('export.title')}>
      <p className={classes.lead}>{say('export.lead')}</p>
      <ol className={classes.steps}>
        <ReviewStep
          submissions={submissions}
          currency={project.terms.currency}
          next={blockers.length > 0}
          onChanged={readSubmissions}
        />
        <KeysStep keys={keys} next={!pending} onKeys={setKeys} />
        <PayStep
          preview={preview}
          waitsFor={accepted === 0 ? 'accepted' : keyState === null || keyState === 'ready' ? null : 'keys'}
          answers={answers}
          sentMinor={sentMinor}
          onChange={(change) => setAnswers((known) => ({ ...known, ...change }))}
        />
        <SignStep
          blockers={blockers}
          accepted={accepted ?? 0}
          running={running}
          refusal={refusal}
          onSign={() => void sign()}
        />
      </ol>
    </Page>
  );
}
