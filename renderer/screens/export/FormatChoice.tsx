import { Checkbox } from '@mantine/core';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './PayStep.module.css';

interface FormatChoiceProps {
  readonly formats: Output<'export.preview'>['formats'];
  readonly chosen: readonly string[];
  readonly onChoose: (formats: string[]) => void;
}

/** The formats that the dataset is written in; one at least. */
export function FormatChoice({ formats, chosen, onChoose }: FormatChoiceProps) {
  const { say } = useMessages();
  return (
    <Checkbox.Group
      label={say('export.pay.formats')}
      description={say('export.pay.formatsHint')}
      error={chosen.length === 0 ? say('export.pay.noFormat') : null}
      value={[...chosen]}
      onChange={onChoose}
    >
      <div className={classes.formats}>
        {formats.map(({ id, title }) => (
          <Checkbox key={id} value={id} label={title} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
