import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import type { Place } from './snapshot';

const CONCURRENCY = 8;
const FRESH_MS = 24 * 3_600_000;
const WAIT_MS = 2500;

type Options = {
  client: Pick<DragonPassClient, 'getResource'>;
  clock: Clock;
  place(resourceId: string): Place | undefined;
  /** Keeps what was read, in memory and in the store. */
  keep(place: Place): Promise<void>;
  log(event: object): void;
};

export type Details = {
  ensure(resourceIds: readonly string[], waitMs?: number): Promise<void>;
  /** The vendor has changed these since: the next look reads them again. */
  markChanged(resourceIds: readonly string[]): void;
};

/** Reads details of places when somebody looks at them: each once at a time, a few places at a time. */
export function createDetails({ client, clock, place, keep, log }: Options): Details {
  const underWay = new Map<string, Promise<void>>();
  const changed = new Set<string>();
  const queue: (() => void)[] = [];
  let running = 0;

  async function turn<T>(read: () => Promise<T>): Promise<T> {
    if (running >= CONCURRENCY) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
    try {
      return await read();
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  }

  async function read(resourceId: string): Promise<void> {
    try {
      const { summary, details } = await turn(() => client.getResource(resourceId));
      const readAt = new Date(clock()).toISOString();
      const before = place(resourceId);
      // The list says which hub a place belongs to; its own answer may leave that out.
      const vendorHubId = before?.summary.vendorHubId ?? summary.vendorHubId;
      changed.delete(resourceId);
      await keep({
        summary: { ...summary, vendorHubId },
        details,
        listedAt: before?.listedAt ?? readAt,
        detailsAt: readAt,
      });
    } catch (error) {
      log({ event: 'details failed', resourceId, error: error instanceof Error ? error.message : String(error) });
    }
  }

  function start(resourceId: string): Promise<void> {
    const promise = underWay.get(resourceId) ?? read(resourceId).finally(() => underWay.delete(resourceId));
    underWay.set(resourceId, promise);
    return promise;
  }

  function isStale({ summary, detailsAt }: Place): boolean {
    return changed.has(summary.resourceId) || detailsAt === null || clock() - Date.parse(detailsAt) > FRESH_MS;
  }

  return {
    async ensure(resourceIds, waitMs = WAIT_MS) {
      const wanted = [...new Set(resourceIds)].flatMap((resourceId) => place(resourceId) ?? []);
      const missing = wanted.filter(({ details }) => details === null).map(({ summary }) => start(summary.resourceId));
      for (const known of wanted) if (known.details !== null && isStale(known)) void start(known.summary.resourceId);
      if (missing.length > 0) await atMost(waitMs, Promise.all(missing));
    },
    markChanged(resourceIds) {
      for (const resourceId of resourceIds) changed.add(resourceId);
    },
  };
}

async function atMost(waitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
