import { readCatalog } from '../../lib/sandbox/catalog/catalog';
import { QUERIES } from './queries';

/** Of 100 page views this many are a search, and this many more are a hub; the rest are places. */
const SEARCHES = 40;
const HUBS = 35;
const SEED = 20_270_309;

/**
 * Addresses of pages as people might open them, without end and the same each time: searches, hubs, places. Of hubs and
 * of the places at one, each is opened half as often as the one that is twice as far up. The more places, the further up.
 */
export function* pageViews(): Generator<string, never> {
  const random = seeded(SEED);
  const byRank = hubsByPlaces();
  const [pickQuery, pickHub] = [pickOf(QUERIES, random), pickOf(byRank, random)];
  const pickPlace = new Map(byRank.map(({ code, places }) => [code, pickOf(places, random)]));
  for (;;) {
    const kind = random() * 100;
    const { code } = pickHub();
    if (kind < SEARCHES) yield `/?q=${encodeURIComponent(pickQuery())}`;
    else if (kind < SEARCHES + HUBS) yield `/hubs/${code}`;
    else yield `/resources/${pickPlace.get(code)?.().resourceId}`;
  }
}

/** Codes of all hubs that have places. */
export function servedHubs(): string[] {
  return hubsByPlaces().map(({ code }) => code);
}

function hubsByPlaces() {
  const { hubs, resourcesByHub } = readCatalog();
  const placesOf = (id: string) => (resourcesByHub.get(id) ?? []).filter((place) => !place.removed);
  return hubs
    .map((hub) => ({ code: hub.iata || hub.transportHubId, places: placesOf(hub.transportHubId) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => b.places.length - a.places.length || (a.code < b.code ? -1 : 1));
}

/** Draws one of `items`, the n-th with a weight of 1/n. */
function pickOf<T>(items: readonly T[], random: () => number): () => T {
  let sum = 0;
  const upTo = items.map((_, at) => {
    sum += 1 / (at + 1);
    return sum;
  });
  return () => {
    const drawn = random() * sum;
    const at = upTo.findIndex((end) => drawn < end);
    const item = items[at] ?? items[0];
    if (item === undefined) throw new Error('There is nothing to draw from.');
    return item;
  };
}

/** Numbers from 0 up to, not including, 1: a linear congruence, which is random enough to spread views. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
