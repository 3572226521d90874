import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../shared/core/error-codes.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type Channel, channels } from '../../../shared/ipc/channels.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { dispatch, type Handlers } from '../../../shared/ipc/dispatch.ts';

/** Handlers that do nothing but what a test says of one channel. */
function handlersWith(channel: Channel, act: (input: unknown) => unknown): Handlers {
  const never = (): never => {
    throw new Error('not asked');
  };
  return { ...Object.fromEntries(channels.map((name) => [name, never])), [channel]: act } as unknown as Handlers;
}

describe('dispatch', () => {
  it('has a schema at both ends for every channel, and no channel twice', () => {
    expect(channels.length).toBeGreaterThan(40);
    expect(new Set(channels).size).toBe(channels.length);
    expect(Object.keys(contract).toSorted()).toEqual([...channels].toSorted());
  });

  it('answers with what the handler gives', async () => {
    const handlers = handlersWith('project.choose', () => ({ path: '/somewhere' }));
    expect(await dispatch(handlers, 'project.choose', {}, () => undefined)).toEqual({
      ok: true,
      value: { path: '/somewhere' },
    });
  });

  it('takes input as JSON text, and checks it like any other', async () => {
    const seen: unknown[] = [];
    const handlers = handlersWith('task.leave', (input) => {
      seen.push(input);
      return {};
    });
    const ask = (payload: unknown) => dispatch(handlers, 'task.leave', payload, () => undefined);
    expect(await ask('{"taskId":"task-a"}')).toEqual({ ok: true, value: {} });
    for (const payload of ['{"taskId":7}', '{"taskId":"task-a","__proto__":{"a":1}}', '{"taskId"', '""']) {
      expect(await ask(payload), payload).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
    }
    expect(seen).toEqual([{ taskId: 'task-a' }]);
  });

  it('turns a refusal into its code, and a bug into INTERNAL without its words', async () => {
    const refusing = handlersWith('project.choose', () => {
      throw new AppError('DISK_FULL', { freeBytes: 0 });
    });
    expect(await dispatch(refusing, 'project.choose', {}, () => undefined)).toEqual({
      ok: false,
      error: { code: 'DISK_FULL', details: { freeBytes: 0 } },
    });
    const bugs: unknown[] = [];
    const broken = handlersWith('project.choose', () => {
      throw new Error('a secret path');
    });
    const answer = await dispatch(broken, 'project.choose', {}, (bug) => bugs.push(bug));
    expect(answer).toEqual({ ok: false, error: { code: 'INTERNAL', details: {} } });
    expect(bugs).toHaveLength(1);
  });

  it('treats an answer that breaks the contract as a bug', async () => {
    const handlers = handlersWith('project.choose', () => ({ path: '/x', privateKey: 'no' }));
    expect(await dispatch(handlers, 'project.choose', {}, () => undefined)).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    });
  });

  it.each(['', 'constructor', '__proto__', 'project.open ', 'toString'])('knows no channel %j', async (name) => {
    const answer = await dispatch(
      handlersWith('project.choose', () => null),
      name,
      {},
      () => undefined,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CHANNEL' } });
  });

  it('refuses 1,000 random payloads a channel without reaching the handler, unless they fit the schema', async () => {
    for (const channel of channels) {
      const reached: unknown[] = [];
      const handlers = handlersWith(channel, (input) => {
        reached.push(input);
        throw new AppError('TASK_NOT_FOUND');
      });
      const run = fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true }), async (payload) => {
        reached.length = 0;
        const answer = await dispatch(handlers, channel, payload, () => undefined);
        if (answer.ok) throw new Error('nothing was to be answered');
        expect(errorCodes).toContain(answer.error.code);
        if (reached.length > 0) expect(contract[channel].input.safeParse(payload).success).toBe(true);
        else expect(answer.error.code).toBe('BAD_INPUT');
      });
      await fc.assert(run, { numRuns: 1000 });
    }
  }, 120_000);
});
