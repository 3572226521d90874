import type { Channel, EventName } from './channels.ts';
import type { Answer } from './parcel.ts';

/**
 * `window.bridge`, the only thing a window knows of the world: a function a channel and a subscription an event,
 * each frozen. Payloads are `unknown` here on purpose: both ends parse them by `contract.ts`. Callbacks get the
 * payload alone, never Electron's event.
 */
export type Bridge = { readonly [Name in Channel]: (payload: unknown) => Promise<Answer<Name>> } & {
  readonly [Name in `on:${EventName}`]: (listener: (payload: unknown) => void) => () => void;
};
