import { Checkbox, Textarea } from '@mantine/core';
import type { KindName } from '../../../../shared/annotation/annotation.ts';
import type { Medium } from '../../../../shared/project/label-set.ts';
import { simpleKinds } from '../../../../shared/project/new-project.ts';
import { useMessages } from '../../../app/messages.ts';
import type { ToolKind } from '../../../app/actions.ts';
import { SelectRow, SettingsGroup } from '../../settings/SettingsGroup.tsx';
import type { Field, MediumDraft, Use } from './draft.ts';
import classes from './NewProject.module.css';

interface MediumFieldsProps {
  readonly medium: Medium;
  readonly count: number;
  readonly draft: MediumDraft;
  readonly errorOf: (field: Field) => string | null;
  readonly onChange: (changed: Partial<MediumDraft>) => void;
}

const uses: readonly Use[] = ['places', 'class', 'tag', 'none'];

/** What is labelled on pictures, or on texts, and with which classes. */
export function MediumFields({ medium, count, draft, errorOf, onChange }: MediumFieldsProps) {
  const { say } = useMessages();
  const kinds = simpleKinds(medium);
  return (
    <SettingsGroup
      title={say(medium === 'image' ? 'newProject.images' : 'newProject.texts', { count })}
      hint={say(`newProject.${medium}Hint`)}
    >
      <div className={classes.fields}>
        <SelectRow
          label={say('newProject.use')}
          value={draft.use}
          options={uses.map((value) => ({ value, label: say(`newProject.${medium}Use.${value}`) }))}
          onChange={(use) => onChange({ use })}
        />
        {draft.use === 'none' ? null : (
          <Textarea
            label={say('newProject.classes')}
            description={say('newProject.classesHint')}
            data-field={`${medium}-classes`}
            value={draft.classes}
            error={errorOf(`${medium}-classes`)}
            autosize
            minRows={4}
            maxRows={14}
            onChange={(event) => onChange({ classes: event.currentTarget.value })}
          />
        )}
        {draft.use === 'places' && kinds.length > 1 ? (
          <Checkbox.Group
            label={say('newProject.tools')}
            description={say('newProject.toolsHint')}
            error={errorOf(`${medium}-kinds`)}
            value={[...draft.kinds]}
            onChange={(chosen) => onChange({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
          >
            <div className={classes.tools}>
              {kinds.map((kind, index) => (
                <Checkbox
                  key={kind}
                  value={kind}
                  label={say(`kind.${toolOf(kind)}`)}
                  {...(index === 0 ? { 'data-field': `${medium}-kinds` } : {})}
                />
              ))}
            </div>
          </Checkbox.Group>
        ) : null}
      </div>
    </SettingsGroup>
  );
}

/** Only spans have no tool of their own, and they are the only kind of their medium. */
function toolOf(kind: KindName): ToolKind {
  return kind as ToolKind;
}
