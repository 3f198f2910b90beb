import 'server-only';
import type { ResourceCard } from '@/lib/contract/resources';
import type { Module } from '@/lib/domain/module';
import { coversResource } from '@/lib/domain/pass';
import { terminalKey } from '@/lib/format/terminals';
import { within } from './bounded';
import type { Caller } from './caller';
import { catalogOf, requireHub } from './catalog-of';
import { isAppError } from './errors';
import { logger } from './log';
import { listResources } from './resources';

/** More than these nobody weighs up at a door. */
const PLACES = 3;
/** Opening hours that were never read come from the vendor; the next page has them. */
const WAIT_MS = 250;

type Scope = { module: Module; resourceIds: readonly string[] };

/** Where the traveller is: a place with its terminal and side, or no more than a hub. */
export type Whereabouts = {
  hub: string;
  place: Pick<ResourceCard, 'resourceId' | 'terminal' | 'side'> | null;
};

export type NextBest = {
  hub: { hub: string; name: string; timeZone: string | null };
  /** Open now and covered by the pass, open longest first. */
  places: ResourceCard[];
  /** Every place of the hub that the pass covers, open or not. */
  covered: ResourceCard[];
};

/**
 * Where else the pass opens a door now: from a place, in the same terminal and on the same side of security; from a hub,
 * anywhere in it. Null when the catalogue cannot tell in time: nobody waits for it with a code to show.
 */
export async function nextBest(caller: Caller, pass: Scope, from: Whereabouts): Promise<NextBest | null> {
  const note = (error: unknown) => {
    if (!isAppError(error)) logger().warn({ err: error }, 'places near by not read');
  };
  return within(lookAround(caller, pass, from), WAIT_MS, note);
}

async function lookAround(caller: Caller, pass: Scope, { hub: code, place }: Whereabouts): Promise<NextBest> {
  const { catalog } = await catalogOf(caller);
  const { hub, name, timeZone } = requireHub(catalog, code);
  const { resources } = await listResources(caller, hub, pass.module);
  const covered = resources.filter((resource) => coversResource(pass, resource));
  const isNear = (resource: ResourceCard) =>
    place === null ||
    (resource.resourceId !== place.resourceId &&
      terminalKey(resource.terminal) === terminalKey(place.terminal) &&
      resource.side === place.side);
  const open = covered.filter((resource) => resource.open.state === 'open' && isNear(resource));
  const places = open.sort(longestOpenFirst).slice(0, PLACES);
  return { hub: { hub, name, timeZone }, places, covered };
}

function longestOpenFirst(a: ResourceCard, b: ResourceCard): number {
  const closesMs = ({ open }: ResourceCard) =>
    open.until === null ? Number.POSITIVE_INFINITY : Date.parse(open.until);
  const [first, second] = [closesMs(a), closesMs(b)];
  return first === second ? a.name.localeCompare(b.name, 'en') : second > first ? 1 : -1;
}
