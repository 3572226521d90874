import { type KeyboardEvent, useId, useState } from 'react';
import type { AttributeDefinition } from '../../../../shared/project/label-set.ts';
import { useMessages } from '../../../app/messages.ts';
import { type CommonValue, parsedNumber } from '../../../workbench/details.ts';
import classes from './Details.module.css';

interface NumberFieldProps {
  readonly attribute: Extract<AttributeDefinition, { readonly type: 'number' }>;
  readonly common: CommonValue;
  readonly labelId: string;
  readonly onKeep: (value: number | undefined) => void;
}

/**
 * A number, kept when the field is left or Enter is pressed. What is no number, or lies outside the bounds, is refused
 * in place, stays to be corrected, and never reaches the disk.
 */
export function NumberField({ attribute, common, labelId, onKeep }: NumberFieldProps) {
  const { say, format } = useMessages();
  const hintId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const { min, max } = attribute;
  const saved = common.is === 'value' ? String(common.value) : '';
  const value = draft === null ? undefined : parsedNumber(draft);
  const isOutside = typeof value === 'number' && (value < (min ?? -Infinity) || value > (max ?? Infinity));
  const bounds = boundsWords();
  const refusal =
    value === null ? say('details.noNumber') : isOutside ? say('details.outside', { bounds: bounds ?? '' }) : null;

  function boundsWords(): string | null {
    if (min !== undefined && max !== undefined)
      return say('details.between', { min: format.number(min), max: format.number(max) });
    if (min !== undefined) return say('details.atLeast', { min: format.number(min) });
    return max === undefined ? null : say('details.atMost', { max: format.number(max) });
  }

  const keep = () => {
    if (draft === null || refusal !== null) return;
    if (draft.trim() !== saved) onKeep(value ?? undefined);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      setDraft(null);
    }
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        className={classes.number}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        aria-invalid={refusal !== null}
        aria-required={attribute.required ?? false}
        placeholder={common.is === 'mixed' ? say('details.mixed') : undefined}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <span id={hintId} className={refusal === null ? classes.hint : classes.refused} role="status">
        {refusal ?? bounds ?? ''}
      </span>
    </>
  );
}
