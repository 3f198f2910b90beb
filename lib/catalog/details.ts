import 'server-only';
import type { Clock } from '@/lib/domain/clock';
import type { DragonPassClient } from '@/lib/dragonpass/client';
import type { VendorLanguage } from '@/lib/dragonpass/versions';
import { createFailures } from './failures';
import type { Place } from './place';
import type { ReadPlace } from './read-changes';

const CONCURRENCY = 8;
/** Details of a vendor that does not say what changed grow old after a day. */
const FRESH_MS = 24 * 3_600_000;
/** Where it does, this only catches what its news left out. */
const CONFIRMED_FRESH_MS = 7 * 24 * 3_600_000;
const WAIT_MS = 2500;

/** The fields that reading details changes. */
export type ReadFields = Partial<Pick<Place, 'details' | 'detailsAt' | 'isOutdated' | 'words'>>;

type Options = {
  client: Pick<DragonPassClient, 'getResource'>;
  clock: Clock;
  place(resourceId: string): Place | undefined;
  /** Whether the vendor has lately named everything that changed. */
  areChangesKnown(): boolean;
  /** Keeps what was read, in memory and in the store. */
  keep(resourceId: string, fields: ReadFields): Promise<void>;
  log(event: object): void;
};

export type Details = {
  ensure(resourceIds: readonly string[], waitMs?: number, language?: VendorLanguage): Promise<void>;
  /** Reads a place from the vendor now, and lets those who ask meanwhile have the same answer. Keeps nothing. */
  readNow: ReadPlace;
};

/** Reads details of places when somebody looks at them: each once at a time, a few places at a time. */
export function createDetails(options: Options): Details {
  const { clock, place } = options;
  const { readNow, start } = createReads(options);

  function isStale({ isOutdated, detailsAt }: Place): boolean {
    const freshMs = options.areChangesKnown() ? CONFIRMED_FRESH_MS : FRESH_MS;
    // Read so far ahead of now, it was read by a clock that was wrong.
    return isOutdated || detailsAt === null || Math.abs(clock() - Date.parse(detailsAt)) > freshMs;
  }

  return {
    readNow,
    async ensure(resourceIds, waitMs = WAIT_MS, language) {
      const missing: Promise<void>[] = [];
      const wanted = [...new Set(resourceIds)].flatMap((resourceId) => place(resourceId) ?? []);
      for (const known of wanted) {
        const { resourceId } = known.summary;
        if (known.details === null) missing.push(start(resourceId));
        else if (isStale(known)) void start(resourceId);
        // Only a place that the vendor's list has in this language has details in it.
        const words = language && known.words[language];
        if (words?.details === null) missing.push(start(resourceId, language));
        else if (words && (words.detailsAt ?? '') < (known.detailsAt ?? '')) void start(resourceId, language);
      }
      if (missing.length > 0) await atMost(waitMs, Promise.all(missing));
    },
  };
}

/** `start` never rejects: what failed is logged, and not asked for again for a while. */
function createReads({ client, clock, place, keep, log }: Options) {
  const underWay = new Map<string, Promise<void>>();
  const reading = new Map<string, ReturnType<ReadPlace>>();
  const failures = createFailures(clock);
  const turn = limited(CONCURRENCY);
  const now = () => new Date(clock()).toISOString();

  const readNow: ReadPlace = (resourceId) => {
    const promise = turn(() => client.getResource(resourceId)).finally(() => {
      if (reading.get(resourceId) === promise) reading.delete(resourceId);
    });
    reading.set(resourceId, promise);
    return promise;
  };

  async function readEnglish(resourceId: string): Promise<void> {
    const { details } = await (reading.get(resourceId) ?? readNow(resourceId));
    const wasOutdated = place(resourceId)?.isOutdated === true;
    await keep(resourceId, { details, detailsAt: now(), ...(wasOutdated && { isOutdated: false }) });
  }

  async function readWords(resourceId: string, language: VendorLanguage): Promise<void> {
    const { summary, details } = await turn(() => client.getResource(resourceId, language));
    const { description, conditions, facilities } = details;
    const { name, location } = summary;
    const words = { name, location, details: { description, conditions, facilities }, detailsAt: now() };
    await keep(resourceId, { words: { ...place(resourceId)?.words, [language]: words } });
  }

  function start(resourceId: string, language?: VendorLanguage): Promise<void> {
    const key = language ? `${resourceId} ${language}` : resourceId;
    const known = underWay.get(key);
    if (known || failures.isWaiting(key)) return known ?? Promise.resolve();
    const note = (error: unknown) => {
      failures.note(key);
      log({ event: 'details failed', resourceId, language, error: error instanceof Error ? error.message : '' });
    };
    const work = language ? readWords(resourceId, language) : readEnglish(resourceId);
    const promise = work.then(() => failures.forget(key), note).finally(() => underWay.delete(key));
    underWay.set(key, promise);
    return promise;
  }

  return { readNow, start };
}

/** Lets so many run at a time; the others wait their turn. */
function limited(width: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < width) running += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      // A turn is handed on, not given back, so that nobody slips in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
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
