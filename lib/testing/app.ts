import { randomUUID } from 'node:crypto';
import { sealSession } from '@/lib/auth/cookie';
import type { Session } from '@/lib/auth/session';
import { type Catalog, createCatalog } from '@/lib/catalog/catalog';
import type { Schedule } from '@/lib/catalog/schedule';
import { createDragonPassClient, type DragonPassClient } from '@/lib/dragonpass/client';
import type { SandboxControl } from '@/lib/sandbox/control';
import { startSandbox } from '@/lib/sandbox/server';
import type { RouteHandler } from '@/lib/server/handle';
import { type Runtime, setRuntime } from '@/lib/server/runtime';
import type { Store } from '@/lib/store/db';
import { openMemoryStore } from '@/lib/store/memory';

/** When every test begins: a Sunday noon in Manchester, far from any change of clocks. */
export const TEST_NOW = '2026-11-22T12:00:00Z';

/** Hubs whose places the tests visit; reading all of them would only cost time. */
const HUBS = ['MAN', 'LGW', 'HKG', 'BKK', 'DUB', 'LHR', 'AMS', 'MAD'];

/** Long enough for a busy machine: a call that is merely late must not count as timed out. */
const VENDOR_TIMEOUT_MS = 5_000;
/** Once a test has let the vendor hang, which it would otherwise have to wait out. */
const HANGING_TIMEOUT_MS = 500;

export type TestApp = {
  store: Store;
  runtime: Runtime;
  control: SandboxControl;
  /** Moves the sandbox's clock, which the server follows, by so much. */
  advance(ms: number): Promise<void>;
  /** Lets the catalogue bring itself up to date, as it does from time to time. */
  sync(): Promise<void>;
  /** Empties the sandbox and sets its clock to `TEST_NOW`. Rows of earlier tests stay: use a new traveller. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

/** The server on a store in memory and a sandbox in this process, reached over real HTTP on a free port. */
export async function openTestApp(): Promise<TestApp> {
  const sandbox = await startSandbox({ dataDir: null });
  const { credentials } = sandbox;
  const store = await openMemoryStore();
  const newClient = (timeoutMs = VENDOR_TIMEOUT_MS) =>
    createDragonPassClient({
      baseUrl: sandbox.apiUrl,
      version: 'v1',
      programId: credentials.programId,
      auth: { kind: 'token-api', clientId: credentials.clientId, clientSecret: credentials.clientSecret },
      sleep: () => Promise.resolve(),
      timeoutMs,
    });
  let client = newClient();
  const control: SandboxControl = {
    ...sandbox.control,
    addFault(fault) {
      if (fault.mode === 'stall') client = newClient(HANGING_TIMEOUT_MS);
      return sandbox.control.addFault(fault);
    },
  };
  await control.setClock({ now: TEST_NOW });
  const syncs = createSyncs();
  const catalog = await loadCatalog(client, store, () => sandbox.nowMs(), syncs.schedule);
  const runtime: Runtime = {
    store,
    clock: () => sandbox.nowMs(),
    imageOrigin: sandbox.url,
    dragonpassFor: () => client,
    catalogFor: () => catalog,
    catalogs: () => [catalog],
    stop: () => catalog.stop(),
  };
  setRuntime(runtime);
  return {
    store,
    runtime,
    control,
    advance: async (ms) => void (await control.setClock({ advanceMs: ms })),
    sync: syncs.next,
    reset: async () => {
      await control.reset();
      await control.setClock({ now: TEST_NOW });
      // What a client has learnt of the vendor's health in one test says nothing about the next.
      client = newClient();
    },
    close: async () => {
      runtime.stop();
      await store.close();
      await sandbox.close();
    },
  };
}

/** In place of timers: each sync ends by planning the next, which happens when a test wants it to. */
function createSyncs(): { schedule: Schedule; next(): Promise<void> } {
  let planned: () => void = () => undefined;
  let hasEnded: () => void = () => undefined;
  return {
    schedule: (work) => {
      planned = work;
      hasEnded();
      return () => undefined;
    },
    next: () =>
      new Promise((resolve) => {
        hasEnded = resolve;
        planned();
      }),
  };
}

async function loadCatalog(
  client: DragonPassClient,
  store: Store,
  clock: () => number,
  schedule: Schedule,
): Promise<Catalog> {
  const fewHubs: DragonPassClient = {
    ...client,
    listHubs: async () => (await client.listHubs()).filter((hub) => HUBS.includes(hub.iata ?? '')),
  };
  const catalog = createCatalog({ client: fewHubs, store, scope: 'test', clock, log: () => undefined, schedule });
  await catalog.start();
  return catalog;
}

export const TEST_ORIGIN = 'http://localhost:3000';

/** A signed-in traveller nobody else in the test is. */
export function newTraveller(changes: Partial<Session> = {}): Session {
  return {
    brandId: 'layover',
    clientUserId: `traveller-${randomUUID()}`,
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
    phoneNumber: null,
    locale: null,
    // Sessions live by the machine's clock.
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...changes,
  };
}

type Call = {
  as?: Session;
  body?: unknown;
  params?: Record<string, string>;
  query?: string;
  /** The `Idempotency-Key`; a new one for each write unless given, none for null. */
  key?: string | null;
  headers?: Record<string, string>;
  origin?: string;
};

export type Reply = { status: number; body: Record<string, unknown>; headers: Headers };

export function get(handler: RouteHandler, call: Call = {}): Promise<Reply> {
  return send('GET', handler, call);
}

/** As our own page would send it: from our own origin, with a key. */
export function post(handler: RouteHandler, call: Call = {}): Promise<Reply> {
  return send('POST', handler, call);
}

/** The answer as it is, for what is no JSON. */
export function download(handler: RouteHandler, call: Call = {}): Promise<Response> {
  return answerTo('GET', handler, call);
}

async function send(method: 'GET' | 'POST', handler: RouteHandler, call: Call): Promise<Reply> {
  const response = await answerTo(method, handler, call);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

async function answerTo(method: 'GET' | 'POST', handler: RouteHandler, call: Call): Promise<Response> {
  const { as, body, params = {}, query = '', key = randomUUID(), origin = TEST_ORIGIN } = call;
  const headers = new Headers({ host: new URL(origin).host });
  if (method === 'POST') {
    headers.set('origin', origin);
    headers.set('content-type', 'application/json');
    if (key !== null) headers.set('idempotency-key', key);
  }
  if (as) headers.set('cookie', (await sealSession(as, { isHttps: false })).split(';')[0] ?? '');
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  const path = ['', 'api', 'test', ...Object.values(params)].join('/');
  const sent = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  const request = new Request(`${origin}${path}${query}`, {
    method,
    headers,
    ...(method === 'POST' && { body: sent }),
  });
  return handler(request, { params: Promise.resolve(params) });
}
