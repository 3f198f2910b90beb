import { OtherAirport } from '@/app/_page/other-airport';
import type { PassDetail } from '@/lib/contract/passes';
import type { Caller } from '@/lib/server/caller';
import { findResource } from '@/lib/server/resources';

/** A pass for more places than this is not told to be of no use at an airport: its places are not all looked up for it. */
const MOST_PLACES = 5;

/** Of a pass for a few places, shown with its code: that none of them is where its traveller seems to be. */
export async function Elsewhere({ caller, pass }: { caller: Caller; pass: PassDetail }) {
  const { resourceIds } = pass.scope;
  if (pass.code === null || resourceIds.length === 0 || resourceIds.length > MOST_PLACES) return null;
  const places = await Promise.all(resourceIds.map((resourceId) => findResource(caller, resourceId)));
  const hubs = places.flatMap((place) => place?.hub ?? []);
  // A place that is not known may be anywhere.
  return hubs.length < places.length ? null : <OtherAirport caller={caller} hubs={hubs} words="passes" />;
}
