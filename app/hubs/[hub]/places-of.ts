import type { FilterUses, HubPlace } from '@/components/hubs/hub-filters';
import { isCovered } from '@/components/resources/next-step';
import type { HubDto } from '@/lib/contract/hubs';
import { type Attempt, attempt } from '@/lib/server/attempt';
import type { Caller } from '@/lib/server/caller';
import { listPasses } from '@/lib/server/passes';
import { listResources } from '@/lib/server/resources';

/** The hub's places, each with whether the traveller has a pass for it. Without the passes the places are still shown. */
export async function placesOf(
  caller: Caller,
  hub: HubDto,
): Promise<Attempt<{ places: HubPlace[]; uses: FilterUses }>> {
  const [places, passes] = await Promise.all([
    attempt(caller, listResources(caller, hub.hub)),
    caller.session ? attempt(caller, listPasses(caller)) : null,
  ]);
  if (!places.value) return places;
  const own = passes?.value?.passes ?? [];
  const value = {
    places: places.value.resources.map((place) => ({ ...place, isCovered: isCovered(own, place) })),
    // Railway stations and ports have no security lane to be on one side of.
    uses: { hasSides: hub.type === 'airport', knowsCovered: Boolean(passes?.value) },
  };
  return { value, failure: null };
}
