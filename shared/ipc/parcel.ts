import type { Result } from '../core/result.ts';
import type { Channel } from './channels.ts';

/**
 * Calls that carry a task's annotations, or a month of the worker's time. The bridge between preload script and page
 * copies objects one by one, which takes a second for 5,000 polygons; as JSON text they cross in a fiftieth of that.
 * Both ends parse as ever.
 */
const textChannels = [
  'annotation.apply',
  'annotation.previous',
  'annotation.redo',
  'annotation.undo',
  'review.list',
  'review.open',
  'task.accept',
  'task.current',
  'task.recheck',
  'task.skip',
  'task.submit',
  'time.tasks',
  'time.view',
] as const satisfies readonly Channel[];

type TextChannel = (typeof textChannels)[number];

const inText: ReadonlySet<Channel> = new Set(textChannels);

/** An answer as it crosses the bridge: a value as it is, or as JSON text. */
export type Answer<Name extends Channel = Channel> = Name extends TextChannel
  ? { readonly ok: true; readonly json: string } | Refused
  : Result<unknown>;

type Refused = Extract<Result<unknown>, { readonly ok: false }>;

/** A call's input as the window sends it. */
export function packInput(channel: Channel, input: unknown): unknown {
  return inText.has(channel) ? JSON.stringify(input) : input;
}

/** What the window sent, still to be parsed by the contract. Undefined, which no contract takes, for broken text. */
export function unpackInput(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

/** A call's answer as the main process sends it. */
export function packAnswer(channel: Channel, answer: Result<unknown>): Answer {
  return answer.ok && inText.has(channel) ? { ok: true, json: JSON.stringify(answer.value) } : answer;
}

/** The answer, still to be parsed by the contract. Fails on text that is no JSON. */
export function unpackAnswer(answer: Answer): Result<unknown> {
  return answer.ok && 'json' in answer ? { ok: true, value: JSON.parse(answer.json) as unknown } : answer;
}
