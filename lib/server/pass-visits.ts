import 'server-only';
import type { PassDto } from '@/lib/contract/passes';
import type { Module } from '@/lib/domain/module';
import { coversResource } from '@/lib/domain/pass';
import { listBookings, listBookingsOfPass } from '@/lib/store/bookings';
import { findPass, listPasses } from '@/lib/store/passes';
import { type Caller, ownerOf, requireSession } from './caller';
import { passDto } from './dto/pass';
import { freshPass } from './pass-news';
import { runtime } from './runtime';

/** The visits of a pass of the traveller's, read afresh; null for one that is not theirs, or was never issued. */
export async function visitsOfPass(caller: Caller, passId: string): Promise<PassDto['visits'] | null> {
  const { store, clock } = await runtime();
  const row = await findPass(store.db, ownerOf(requireSession(caller)), passId);
  if (!row?.vendor) return null;
  const bookings = await listBookingsOfPass(store.db, passId);
  return passDto(await freshPass(caller.brand, row, bookings), bookings, clock()).visits;
}

/** Whether a pass of the traveller's, as last known, has a visit left at a place. Asks the vendor nothing. */
export async function hasVisitAt(caller: Caller, place: { resourceId: string; module: Module }): Promise<boolean> {
  const { store, clock } = await runtime();
  const owner = ownerOf(requireSession(caller));
  const [rows, bookings] = await Promise.all([listPasses(store.db, owner), listBookings(store.db, owner)]);
  return rows
    .map((row) => passDto(row, bookings, clock()))
    .some(({ status, visits, module, scope }) => {
      const isUsable = status === 'active' && visits.left > 0;
      return isUsable && coversResource({ module, resourceIds: scope.resourceIds }, place);
    });
}
