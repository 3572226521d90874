import type { Result } from '../shared/core/result.ts';
import type { Bridge } from '../shared/ipc/bridge.ts';
import type { Channel, EventName } from '../shared/ipc/channels.ts';
import { packInput, unpackAnswer } from '../shared/ipc/parcel.ts';
import { contract, type EventPayload, events, type Input, type Output } from '../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Built by the preload script; nobody but this file touches it. */
    readonly bridge: Bridge;
  }
}

/**
 * Calls the main process. Never throws: what goes wrong comes back as a refusal by code, and an answer that does not
 * fit the contract is refused as `INTERNAL`.
 */
export async function call<Name extends Channel>(channel: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
  try {
    const answer = unpackAnswer(await window.bridge[channel](packInput(channel, input)));
    if (!answer.ok) return answer;
    const parsed = contract[channel].output.safeParse(answer.value);
    if (parsed.success) return { ok: true, value: parsed.data as Output<Name> };
    console.error(`The answer of ${channel} breaks the contract`, parsed.error.issues[0]);
  } catch (error) {
    console.error(`The call of ${channel} failed`, error);
  }
  return { ok: false, error: { code: 'INTERNAL', details: {} } };
}

/** Listens to an event of the main process; payloads that break the contract are dropped. Returns what stops it. */
export function subscribe<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.bridge[`on:${event}`]((payload) => {
    const parsed = events[event].safeParse(payload);
    if (parsed.success) listener(parsed.data as EventPayload<Name>);
  });
}
