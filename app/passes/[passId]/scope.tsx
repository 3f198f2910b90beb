import { PassScope, type ScopePlace } from '@/components/passes/pass-scope';
import type { PassDto } from '@/lib/contract/passes';
import type { Caller } from '@/lib/server/caller';
import { findResource } from '@/lib/server/resources';

/** A scope of more places is shown by its first ones: nobody reads a hundred names at a door. */
const PLACES_SHOWN = 20;

export async function Scope({ caller, pass }: { caller: Caller; pass: PassDto }) {
  const ids = pass.scope.resourceIds.slice(0, PLACES_SHOWN);
  const places = await Promise.all(ids.map((resourceId) => placeOf(caller, resourceId)));
  return <PassScope module={pass.module} places={places} />;
}

async function placeOf(caller: Caller, resourceId: string): Promise<ScopePlace> {
  const place = await findResource(caller, resourceId);
  if (!place) return { resourceId, name: null, where: null };
  return { resourceId, name: place.name, where: [place.hubName, place.terminal].filter(Boolean).join(' · ') || null };
}
