import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import { createAvailabilityCalls } from './availability';
import type { Context } from './context';
import { createEPassCalls } from './e-passes';
import { type LogEvent, noticeOnce } from './events';
import { createHubCalls } from './hubs';
import { createOrderCalls } from './orders';
import { createPrebookingCalls } from './prebookings';
import { createResourceCalls } from './resources';
import type { DragonPassAuth } from './token';
import { createTransport } from './transport';
import { type DragonPassVersion, VERSION_PROFILES } from './versions';

export type DragonPassClientOptions = {
  /** The API's root without the version, as in `https://developer-sandbox.dragonpass.com/api`. */
  baseUrl: string;
  version: DragonPassVersion;
  /** An opaque text: 19 digits do not fit into a number. */
  programId: string;
  auth: DragonPassAuth;
  fetch?: typeof fetch;
  clock?: Clock;
  sleep?: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1; spreads the waits between attempts. */
  random?: () => number;
  /** Of one attempt, its body included. */
  timeoutMs?: number;
  log?: LogEvent;
};

/** Calls of the vendor in our words. Every one of them throws `DragonPassError`, and nothing else, when it fails. */
export type DragonPassClient = ReturnType<typeof createHubCalls> &
  ReturnType<typeof createResourceCalls> &
  ReturnType<typeof createAvailabilityCalls> &
  ReturnType<typeof createEPassCalls> &
  ReturnType<typeof createPrebookingCalls> &
  ReturnType<typeof createOrderCalls>;

const DEFAULT_TIMEOUT_MS = 10_000;

/** One client for each program and set of credentials: it holds their token and what is known about the vendor's health. */
export function createDragonPassClient(options: DragonPassClientOptions): DragonPassClient {
  const log = options.log ?? (() => undefined);
  const profile = VERSION_PROFILES[options.version];
  const call = createTransport({
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    profile,
    programId: options.programId,
    auth: options.auth,
    fetch: options.fetch ?? fetch,
    clock: options.clock ?? Date.now,
    now: () => performance.now(),
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: options.random ?? Math.random,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    log,
  });
  const context: Context = { call, profile, log, notice: noticeOnce(log) };
  return {
    ...createHubCalls(context),
    ...createResourceCalls(context),
    ...createAvailabilityCalls(context),
    ...createEPassCalls(context),
    ...createPrebookingCalls(context),
    ...createOrderCalls(context),
  };
}
