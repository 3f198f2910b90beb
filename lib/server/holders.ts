import 'server-only';
import { listBookings } from '@/lib/store/bookings';
import { listPasses } from '@/lib/store/passes';
import { type Caller, ownerOf } from './caller';
import { runtime } from './runtime';

/** Whether the caller has, or had, a booking at the place, or a pass that works only there and at other places named. */
export async function holdsAt(caller: Caller, resourceId: string): Promise<boolean> {
  if (!caller.session) return false;
  const { store } = await runtime();
  const owner = ownerOf(caller.session);
  const [bookings, passes] = await Promise.all([listBookings(store.db, owner), listPasses(store.db, owner)]);
  if (bookings.some((booking) => booking.resourceId === resourceId && booking.status !== 'refused')) return true;
  const scopes = passes.map(({ vendor, request, state }) =>
    state === 'refused' ? [] : (vendor?.resourceIds ?? request?.resourceIds ?? []),
  );
  return scopes.some((resourceIds) => resourceIds.includes(resourceId));
}
