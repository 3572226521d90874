import { IconFingerprint } from '@tabler/icons-react';
import classes from './Fingerprint.module.css';

/** A key's fingerprint in its groups, large enough to read aloud. */
export function Fingerprint({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <div className={classes.fingerprint}>
      <IconFingerprint size={22} aria-hidden="true" className={classes.icon} />
      <div>
        <p className={classes.name}>{name}</p>
        <p className={classes.value} translate="no">
          {value}
        </p>
        {hint ? <p className={classes.hint}>{hint}</p> : null}
      </div>
    </div>
  );
}
