import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppleKeys } from '@/lib/brand/wallet-keys';
import { type FakeApplePush, fakeApplePush } from '@/lib/testing/fake-apple-push';
import { walletAuthority } from '@/lib/testing/wallet-authority';
import { logger } from '../log';
import { oncePerProcess, setForProcess } from '../process-state';
import { PUSH_SERVER, type PushServer, pushAll } from './apns';

const IDS = { passTypeIdentifier: 'pass.com.example.lounge', teamIdentifier: 'A1B2C3D4E5' };
const token = (index: number) => index.toString(16).padStart(64, '0');

async function newKeys(): Promise<AppleKeys> {
  return { ...IDS, ...(await walletAuthority(IDS)), validFromMs: 0, validUntilMs: Number.MAX_SAFE_INTEGER };
}

let keys: AppleKeys;
let apple: FakeApplePush;
beforeAll(async () => {
  keys = await newKeys();
  apple = await fakeApplePush(keys.wwdrCertificate);
});
beforeEach(() => apple.reset());
afterAll(() => apple.close());

const server = () =>
  oncePerProcess<PushServer>(PUSH_SERVER, () => {
    throw new Error('Apple itself must not be called.');
  });

/** Runs with another server in Apple's place. */
async function withServer<T>(other: (usual: PushServer) => PushServer, work: () => Promise<T>): Promise<T> {
  const usual = server();
  setForProcess(PUSH_SERVER, other(usual));
  try {
    return await work();
  } finally {
    setForProcess(PUSH_SERVER, usual);
  }
}

describe('pushes to Apple', () => {
  it('go over one connection under the pass’s certificate, each empty and under the pass’s own topic', async () => {
    const tokens = Array.from({ length: 120 }, (_, index) => token(index));
    const outcomes = await pushAll(keys, tokens);
    expect([...outcomes.keys()]).toEqual(tokens);
    expect(new Set(outcomes.values())).toEqual(new Set(['taken']));
    expect(apple.connections).toBe(1);
    expect(apple.pushes).toHaveLength(120);
    expect(apple.pushes[7]).toEqual({
      token: token(7),
      topic: IDS.passTypeIdentifier,
      body: '{}',
      client: `Pass Type ID: ${IDS.passTypeIdentifier}`,
    });
  });

  it('are one for a device, however often it is named', async () => {
    await pushAll(keys, [token(1), token(1)]);
    expect(apple.pushes).toHaveLength(1);
  });

  it.each([
    [{ status: 410, reason: 'Unregistered' }, 'gone'],
    [{ status: 410 }, 'gone'],
    [{ status: 400, reason: 'BadDeviceToken' }, 'gone'],
    [{ status: 400, reason: 'DeviceTokenNotForTopic' }, 'gone'],
    [{ status: 400, reason: 'PayloadEmpty' }, 'later'],
    [{ status: 403, reason: 'BadCertificate' }, 'later'],
    [{ status: 429, reason: 'TooManyRequests' }, 'later'],
    [{ status: 500 }, 'later'],
    [{ status: 503, reason: 'Shutdown' }, 'later'],
  ] as const)('answered %j are %s', async (answer, outcome) => {
    apple.answer(answer);
    expect(await pushAll(keys, [token(2)])).toEqual(new Map([[token(2), outcome]]));
  });

  it('without an answer end in time', async () => {
    apple.answer('never');
    const startedMs = performance.now();
    const outcomes = await withServer(
      (usual) => ({ ...usual, timeoutMs: 300 }),
      () => pushAll(keys, [token(3), token(4)]),
    );
    expect([...outcomes.values()]).toEqual(['later', 'later']);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  it.each([
    ['that is not there', (usual: PushServer) => ({ ...usual, origin: 'https://localhost:1' })],
    ['whose certificate nobody vouches for', ({ origin, timeoutMs }: PushServer) => ({ origin, timeoutMs })],
  ])('to a server %s are for later, and no token is in what is logged', async (_, other) => {
    const warn = vi.spyOn(logger(), 'warn').mockImplementation(() => undefined);
    try {
      const outcomes = await withServer(other, () => pushAll(keys, [token(5), token(6)]));
      expect([...outcomes.values()]).toEqual(['later', 'later']);
      expect(warn).toHaveBeenCalledOnce();
      expect(inspect(warn.mock.calls, { depth: 8 })).not.toContain(token(5));
      expect(apple.pushes).toEqual([]);
    } finally {
      warn.mockRestore();
    }
  });

  it('under a certificate that Apple did not give out are not taken', async () => {
    const outcomes = await pushAll(await newKeys(), [token(8)]);
    expect([...outcomes.values()]).toEqual(['later']);
    expect(apple.pushes).toEqual([]);
  });
});
