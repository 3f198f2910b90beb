import { randomUUID } from 'node:crypto';
import { SAMPLE_RESOURCES } from '@/lib/sandbox/catalog/pinned';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { createDragonPassClient, type DragonPassClient, type DragonPassClientOptions } from '../client';
import type { DragonPassEvent } from '../events';

/** Noon in London on a Sunday in winter. */
export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
export const AT = '2026-12-01T10:30';
export const EXPIRES_AT = '2027-12-31T23:59:59.000Z';
export const NAME = { firstName: 'Ada', lastName: 'O’Brien-Łukasz' };
export const DETAILS = { ...NAME, email: 'ada@example.com', transportNumber: 'EK001' };

/** A sandbox in memory whose clock stands still, with room at the sample places, and clients of both versions. */
export async function openSandbox(credentials: { publicKey?: string } = {}) {
  const sandbox: Sandbox = await startSandbox({ dataDir: null, nowMs: () => NOW_MS, credentials });
  const events: DragonPassEvent[] = [];
  return {
    sandbox,
    events,
    async reset() {
      events.length = 0;
      await sandbox.control.reset();
      for (const resourceId of [SAMPLE_RESOURCES.lounge, SAMPLE_RESOURCES.fastTrack, SAMPLE_RESOURCES.pendingLounge]) {
        await sandbox.control.setSlot({ resourceId, at: AT, capacity: 50 });
      }
    },
    client(version: 'v1' | 'v2', changes: Partial<DragonPassClientOptions> = {}): DragonPassClient {
      const { programId, clientId, clientSecret } = sandbox.credentials;
      return createDragonPassClient({
        baseUrl: sandbox.apiUrl,
        version,
        programId,
        auth: { kind: 'token-api', clientId, clientSecret },
        clock: () => NOW_MS,
        sleep: async () => undefined,
        timeoutMs: 5_000,
        log: (event) => events.push(event),
        ...changes,
      });
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;

export const issue = (
  dragonpass: DragonPassClient,
  changes: Partial<Parameters<DragonPassClient['issueEPass']>[0]> = {},
) =>
  dragonpass.issueEPass({
    module: 1,
    clientUserId: 'traveller-1',
    ...NAME,
    expiresAt: EXPIRES_AT,
    visits: 4,
    resourceIds: [],
    requestId: randomUUID(),
    ...changes,
  });

export const ask = (
  dragonpass: DragonPassClient,
  ePassId: string | undefined,
  changes: Partial<Parameters<DragonPassClient['checkAvailability']>[0]> = {},
) =>
  dragonpass.checkAvailability({
    ...(ePassId === undefined ? {} : { ePassId }),
    module: 1,
    resourceId: SAMPLE_RESOURCES.lounge,
    at: AT,
    adults: 2,
    children: 1,
    requestId: randomUUID(),
    ...changes,
  });

export async function book(
  dragonpass: DragonPassClient,
  ePassId: string,
  resourceId: string = SAMPLE_RESOURCES.lounge,
) {
  const module = resourceId.startsWith('C') ? 2 : 1;
  const { prebookingToken } = await ask(dragonpass, ePassId, { resourceId, module });
  return dragonpass.prebook({
    module,
    ePassId,
    prebookingToken: prebookingToken ?? '',
    details: DETAILS,
    requestId: randomUUID(),
  });
}
