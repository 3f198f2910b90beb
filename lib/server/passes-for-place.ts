import 'server-only';
import type { PassDto } from '@/lib/contract/passes';
import { coversResource } from '@/lib/domain/pass';
import type { Resource } from '@/lib/domain/resource';
import { listBookings } from '@/lib/store/bookings';
import { listPasses, type PassRow } from '@/lib/store/passes';
import { inParallel } from './bounded';
import { type Caller, ownerOf, requireSession } from './caller';
import { passDto } from './dto/pass';
import { freshPass } from './pass-news';
import { runtime } from './runtime';

/** Questions to the vendor at a time, for one traveller. */
const WIDTH = 4;

/**
 * The traveller's issued passes that cover a place, the one that expires first at the head. Only that one is read again when
 * it is old: the vendor is asked about whichever is chosen with the time itself, and each question costs a traveller waiting
 * time. When none could be used as last known, all are read, as visits may have come back.
 */
export async function passesForPlace(
  caller: Caller,
  place: Pick<Resource, 'module' | 'resourceId'>,
): Promise<{ passes: PassDto[] }> {
  const owner = ownerOf(requireSession(caller));
  const { store, clock } = await runtime();
  const bookings = await listBookings(store.db, owner);
  const dtoOf = (row: PassRow) => passDto(row, bookings, clock());
  const isUsable = (row: PassRow) => dtoOf(row).status === 'active' && dtoOf(row).visits.left > 0;
  const rows = (await listPasses(store.db, owner)).filter(({ vendor }) => vendor && coversResource(vendor, place));
  const sorted = rows.sort((a, b) => endOf(a) - endOf(b));
  const proposed = sorted.find(isUsable);
  const fresh = await inParallel(sorted, WIDTH, (row) =>
    proposed === undefined || row === proposed ? freshPass(caller.brand, row, bookings) : Promise.resolve(row),
  );
  return { passes: fresh.map(dtoOf) };
}

function endOf({ vendor }: PassRow): number {
  return vendor ? Date.parse(vendor.expiresAt) : Number.POSITIVE_INFINITY;
}
