import { AppError, type ErrorDetails } from '../core/errors.ts';
import type { ErrorCode } from '../core/error-codes.ts';
import type { Result } from '../core/result.ts';
import { type Channel, channels } from './channels.ts';
import { unpackInput } from './parcel.ts';
import { contract, type Output, type ParsedInput } from './contract.ts';

/** What serves each channel; parsed input in, output out, refusals thrown as `AppError`. */
export type Handlers = {
  readonly [Name in Channel]: (input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Serves one call from a window that may be hostile: unknown channels, wrong input and every failure come back as
 * a typed refusal, never as a throw. Bugs are told to `onBug` and shown only as `INTERNAL`.
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  payload: unknown,
  onBug: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (!isChannel(channel)) return refusal('UNKNOWN_CHANNEL', {});
  const spec = contract[channel];
  const input = spec.input.safeParse(unpackInput(payload));
  if (!input.success) {
    const issue = input.error.issues[0];
    return refusal('BAD_INPUT', { channel, where: issue?.path.map(String).join('.') ?? '' });
  }
  try {
    const handler = handlers[channel] as (parsed: unknown) => unknown;
    return { ok: true, value: spec.output.parse(await handler(input.data)) };
  } catch (error) {
    if (error instanceof AppError) return refusal(error.code, error.details);
    onBug(error);
    return refusal('INTERNAL', {});
  }
}

function isChannel(name: string): name is Channel {
  return (channels as readonly string[]).includes(name);
}

function refusal(code: ErrorCode, details: ErrorDetails): Result<never> {
  return { ok: false, error: { code, details } };
}
