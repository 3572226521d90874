import { Fragment } from 'react';
import { heldKeysIn } from '../../app/key-names.ts';

/** Keys as caps, one each for what is held: `Ctrl` `Shift` `A`. */
export function KeyCaps({ shown }: { shown: string }) {
  const { held, key } = heldKeysIn(shown);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {held.map((one) => (
        <Fragment key={one}>
          <kbd>{one}</kbd>{' '}
        </Fragment>
      ))}
      <kbd>{key}</kbd>
    </span>
  );
}
