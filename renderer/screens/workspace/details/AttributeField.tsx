import { type ReactNode, useId } from 'react';
import type { Annotation, AttributeValue } from '../../../../shared/annotation/annotation.ts';
import { missingCase } from '../../../../shared/core/missing-case.ts';
import type { AttributeDefinition } from '../../../../shared/project/label-set.ts';
import { useMessages } from '../../../app/messages.ts';
import { type CommonValue, commonValue, withValue } from '../../../workbench/details.ts';
import type { Bench } from '../../../workbench/use-workbench.ts';
import { selectedOf } from '../../../workbench/bench-selection.ts';
import { SavedText } from '../answers/SavedText.tsx';
import classes from './Details.module.css';
import { NumberField } from './NumberField.tsx';

/** As many choices stand side by side; more are a list to open. */
const MOST_SIDE_BY_SIDE = 6;
const MOST_LETTERS = 2000;

interface AttributeFieldProps {
  readonly bench: Bench;
  readonly attribute: AttributeDefinition;
  readonly selected: readonly Annotation[];
  /** Place of its first value among those that Shift and a digit set; -1 when it has none there. */
  readonly firstOption: number;
}

/** One attribute of what is selected, for all of it at once. */
export function AttributeField({ bench, attribute, selected, firstOption }: AttributeFieldProps) {
  const { say } = useMessages();
  const labelId = useId();
  const common = commonValue(selected, attribute.id);
  const ids = selected.map(({ id }) => id);
  const keep = (value: AttributeValue | undefined, goesOn = false) => {
    // what is there now, not what was there when this was drawn
    const { annotations } = bench.store.read();
    const edit = withValue(selectedOf({ annotations, selectedIds: ids }), attribute.id, value);
    bench.editor.apply(goesOn && edit.put.length > 0 ? { ...edit, joins: true } : edit);
  };
  return (
    <div className={classes.field} data-attribute={attribute.id} data-type={attribute.type}>
      <span id={labelId} className={classes.label}>
        <bdi>{attribute.name}</bdi>
        {attribute.required && common.is === 'nothing' ? (
          <span className={classes.needed}>{say('details.needed')}</span>
        ) : null}
        {common.is === 'mixed' ? <span className={classes.mixed}>{say('details.mixed')}</span> : null}
      </span>
      {control()}
    </div>
  );

  function control(): ReactNode {
    switch (attribute.type) {
      case 'choice':
        return attribute.choices.length <= MOST_SIDE_BY_SIDE ? (
          <div className={classes.options} role="group" aria-labelledby={labelId}>
            {attribute.choices.map((choice, place) => (
              <Option
                key={choice}
                name={choice}
                pressed={isValue(common, choice)}
                digit={digitAt(firstOption, place)}
                onPress={() => keep(isValue(common, choice) ? undefined : choice)}
              />
            ))}
          </div>
        ) : (
          <select
            className={classes.select}
            aria-labelledby={labelId}
            value={common.is === 'value' ? String(common.value) : ''}
            onChange={(event) => keep(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
          >
            <option value="">{common.is === 'mixed' ? say('details.mixed') : say('common.none')}</option>
            {attribute.choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
        );
      case 'flag':
        return (
          <div className={classes.options} role="group" aria-labelledby={labelId}>
            {[true, false].map((value, place) => (
              <Option
                key={String(value)}
                name={say(value ? 'details.yes' : 'details.no')}
                pressed={isValue(common, value)}
                digit={place === 0 ? digitAt(firstOption, 0) : null}
                onPress={() => keep(isValue(common, value) ? undefined : value)}
              />
            ))}
          </div>
        );
      case 'number':
        return <NumberField attribute={attribute} common={common} labelId={labelId} onKeep={(value) => keep(value)} />;
      case 'text':
        return (
          <SavedText
            bench={bench}
            field={`attribute ${attribute.id}`}
            label={attribute.name}
            saved={common.is === 'value' ? String(common.value) : ''}
            lines={1}
            most={MOST_LETTERS}
            required={attribute.required ?? false}
            placeholder={common.is === 'mixed' ? say('details.mixed') : undefined}
            onKeep={(text, goesOn) => keep(text === '' ? undefined : text, goesOn)}
          />
        );
      default:
        return missingCase(attribute);
    }
  }
}

function isValue(common: CommonValue, value: AttributeValue): boolean {
  return common.is === 'value' && common.value === value;
}

/** The digit that sets the value at a place of an attribute, with Shift; null beyond the ninth. */
function digitAt(firstOption: number, place: number): number | null {
  const index = firstOption + place;
  return firstOption === -1 || index > 8 ? null : index + 1;
}

interface OptionProps {
  readonly name: string;
  readonly pressed: boolean;
  readonly digit: number | null;
  readonly onPress: () => void;
}

function Option({ name, pressed, digit, onPress }: OptionProps) {
  return (
    <button type="button" className={classes.option} aria-pressed={pressed} onClick={onPress}>
      <bdi>{name}</bdi>
      {digit === null ? null : (
        <kbd className={classes.keys} aria-hidden="true">
          ⇧{digit}
        </kbd>
      )}
    </button>
  );
}
