import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Brand } from '@/lib/brand/schema';
import type { Party } from '@/lib/domain/party';
import { type CandidateTime, nearestTimes } from '@/lib/domain/prebook-times';
import type { Resource } from '@/lib/domain/resource';
import { inParallel, within } from './bounded';
import { isDragonPassError } from './errors-vendor';
import { logger } from './log';
import { runtime } from './runtime';

/** Other times asked about when the wanted one is taken, how many of them at once, and how long for all of them. */
const ALTERNATIVES = 6;
const WIDTH = 3;
const WAIT_MS = 5_000;

/**
 * The free ones of the times nearest to `at`, nearest first. Asked without the pass, so that nothing is held. A question
 * that fails, or takes too long, only means one suggestion less.
 */
export async function freeTimesNear(
  brand: Brand,
  { place, at, party }: { place: Resource; at: string; party: Party },
  times: CandidateTime[],
): Promise<CandidateTime[]> {
  const { dragonpassFor } = await runtime();
  const near = nearestTimes(times, at, place.timeZone, ALTERNATIVES);
  const { module, resourceId } = place;
  const free = new Set<CandidateTime>();
  let isOver = false;
  const asking = inParallel(near, WIDTH, async (time) => {
    if (isOver) return;
    const asked = { module, resourceId, at: time.at, ...party, requestId: randomUUID() };
    try {
      if ((await dragonpassFor(brand).checkAvailability(asked)).available) free.add(time);
    } catch (error) {
      if (!isDragonPassError(error)) throw error;
    }
  });
  await within(asking, WAIT_MS, (error) => logger().error({ err: error }, 'other times not asked about'));
  isOver = true;
  return near.filter((time) => free.has(time));
}
