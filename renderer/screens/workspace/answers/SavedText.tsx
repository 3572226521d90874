import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createTyping, type Typing } from '../../../workbench/typing.ts';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';

interface SavedTextProps {
  readonly bench: Bench;
  /** Unique among the fields of the task. */
  readonly field: string;
  readonly label: string;
  /** The words on disk. */
  readonly saved: string;
  readonly lines: number;
  /** In UTF-16 units. */
  readonly most: number;
  readonly disabled?: boolean;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  /** `goesOn`: typed in the same go as before. */
  readonly onKeep: (text: string, goesOn: boolean) => void;
}

/** A field whose words are on disk within a second of being typed, in any script and direction. */
export function SavedText(props: SavedTextProps) {
  const { bench, field, label, saved, lines, most, disabled = false, describedBy, placeholder, required } = props;
  const refused = useWorkbench(bench, ({ refusal }) => refusal !== null);
  const [focused, setFocused] = useState(false);
  const [draft, setDraft] = useState(saved);
  const typing = useRef<Typing | null>(null);
  const keep = useEffectEvent((text: string, goesOn: boolean) => props.onKeep(text.toWellFormed(), goesOn));

  useEffect(() => {
    const own = createTyping({
      keep: (text, goesOn) => keep(text, goesOn),
      unsaved: (is) => bench.store.send({ type: is ? 'typed' : 'typing kept', field }),
      nowMs: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    typing.current = own;
    const forget = bench.editor.onKeep(own.flush);
    return () => {
      // the screen goes, e.g. because of the panic key: the words stay
      own.left();
      forget();
      typing.current = null;
    };
  }, [bench, field]);

  return (
    <textarea
      className={classes.words}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required}
      placeholder={placeholder}
      dir="auto"
      rows={lines}
      maxLength={most}
      disabled={disabled}
      spellCheck
      // what the disk refused stays in sight until it is kept
      value={focused || refused ? draft : saved}
      onFocus={() => {
        if (!refused) setDraft(saved);
        setFocused(true);
      }}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        typing.current?.typed(event.currentTarget.value);
      }}
      onBlur={() => {
        typing.current?.left();
        setFocused(false);
      }}
    />
  );
}
