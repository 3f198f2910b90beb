import { expect, it } from 'vitest';
import { DragonPassError } from './errors';
import { withRetries } from './retry';

function run(failures: (DragonPassError | null)[], changes: { isRepeatable?: boolean; elapsedMs?: number } = {}) {
  let nowMs = 0;
  const slept: number[] = [];
  const result = withRetries(
    {
      operation: 'hubs.list',
      isRepeatable: changes.isRepeatable ?? true,
      timeoutMs: 1_000,
      now: () => nowMs,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
      },
      random: () => 1,
    },
    async (attempt) => {
      nowMs += changes.elapsedMs ?? 0;
      const failure = failures[attempt - 1];
      if (failure) throw failure;
      return attempt;
    },
  );
  return { result, slept };
}

const failure = (
  kind: DragonPassError['kind'],
  changes: Partial<ConstructorParameters<typeof DragonPassError>[0]> = {},
) => new DragonPassError({ kind, operation: 'hubs.list', outcomeUnknown: false, ...changes });

it('answers with the first attempt that succeeds', async () => {
  const { result, slept } = run([failure('timeout'), failure('unavailable'), null]);
  expect(await result).toBe(3);
  expect(slept).toEqual([200, 400]);
});

it('throws the last error, and keeps the first as its cause', async () => {
  const first = failure('timeout');
  const last = failure('unavailable');
  await expect(run([first, failure('unreachable'), last]).result).rejects.toBe(last);
  expect(last.cause).toBe(first);
});

it.each(['rejected', 'unauthorised', 'unexpected-reply'] as const)('does not repeat after %s', async (kind) => {
  const { result, slept } = run([failure(kind), null]);
  await expect(result).rejects.toMatchObject({ kind });
  expect(slept).toEqual([]);
});

it('begins no attempt when the time for all of them is spent', async () => {
  const { result, slept } = run([failure('timeout'), failure('timeout'), null], { elapsedMs: 1_000 });
  await expect(result).rejects.toMatchObject({ kind: 'timeout' });
  expect(slept).toEqual([200]);
});

it('does not keep people waiting for a vendor that asks for a long pause', async () => {
  const { result, slept } = run([failure('rate-limited', { retryAfterMs: 30_000 }), null]);
  await expect(result).rejects.toMatchObject({ retryAfterMs: 30_000 });
  expect(slept).toEqual([]);
});

it('does not multiply the repeats of the token call a call waits for', async () => {
  const { result, slept } = run([failure('unavailable', { operation: 'token' }), null]);
  await expect(result).rejects.toMatchObject({ operation: 'token' });
  expect(slept).toEqual([]);
});

it('repeats what may not be repeated only when it never left', async () => {
  expect(await run([failure('unreachable'), null], { isRepeatable: false }).result).toBe(2);
  for (const error of [
    failure('unreachable', { outcomeUnknown: true }),
    failure('rate-limited'),
    failure('unavailable'),
  ]) {
    await expect(run([error, null], { isRepeatable: false }).result).rejects.toBe(error);
  }
});
