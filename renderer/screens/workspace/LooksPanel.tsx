import { useId } from 'react';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { plainAdjustment } from '../../workbench/bench-view.ts';
import { type ReadableBench, useBenchView } from '../../workbench/use-workbench.ts';
import classes from './LooksPanel.module.css';

interface LooksPanelProps {
  readonly bench: ReadableBench;
  /** False for hidden items: their picture is never changed. */
  readonly adjustable: boolean;
  readonly onClose: () => void;
}

const sliders = ['brightness', 'contrast', 'saturation'] as const;

/** How strong annotations stand over the picture, and how the picture itself is shown. Nothing of it is stored. */
export function LooksPanel({ bench, adjustable, onClose }: LooksPanelProps) {
  const { say } = useMessages();
  const opacity = useBenchView(bench, (view) => view.opacity);
  const adjustment = useBenchView(bench, (view) => view.adjustment);
  const { send } = bench.view;
  return (
    <section className={classes.panel} aria-label={say('looks.title')}>
      <h2 className={classes.title}>{say('looks.title')}</h2>
      <Slider
        label={say('looks.opacity')}
        value={Math.round(opacity * 100)}
        least={10}
        most={100}
        onChange={(value) => send({ type: 'opacity', value: value / 100 })}
      />
      {adjustable
        ? sliders.map((name) => (
            <Slider
              key={name}
              label={say(`looks.${name}`)}
              value={adjustment[name]}
              least={name === 'saturation' ? 0 : 20}
              most={name === 'saturation' ? 200 : 300}
              onChange={(value) => send({ type: 'adjusted', change: { [name]: value } })}
            />
          ))
        : null}
      <p className={classes.hint}>{say(adjustable ? 'looks.hint' : 'looks.hiddenItem')}</p>
      <div className={classes.actions}>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            send({ type: 'opacity', value: 1 });
            send({ type: 'adjusted', change: plainAdjustment });
          }}
        >
          {say('looks.reset')}
        </Button>
        <Button size="small" onClick={onClose}>
          {say('common.close')}
        </Button>
      </div>
    </section>
  );
}

interface SliderProps {
  readonly label: string;
  /** In per cent. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, value, least, most, onChange }: SliderProps) {
  const { format } = useMessages();
  const id = useId();
  const shown = format.percent(value * 100);
  return (
    <div className={classes.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={5}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  );
}
