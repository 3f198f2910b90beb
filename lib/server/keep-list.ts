import 'server-only';
import { ownerTag } from '@/lib/auth/owner-tag';
import type { BookingDto } from '@/lib/contract/bookings';
import type { KeepList } from '@/lib/contract/device';
import type { PassDto } from '@/lib/contract/passes';
import { hasEnded, type KeptPage } from '@/lib/domain/kept-page';
import { visitWindow } from '@/lib/domain/visit-window';
import { listBookings } from './bookings';
import { type Caller, requireSession } from './caller';
import { versionOf } from './page-version';
import { listPasses } from './passes';
import { runtime } from './runtime';

/** More than anybody carries; a device has better use for its room. */
const MOST_PAGES = 12;

/** The pages a traveller may need where there is no network: bookings to come, soonest first, then active passes. */
export async function keepList(caller: Caller): Promise<KeepList> {
  const session = requireSession(caller);
  const [{ bookings }, { passes }, { clock }] = await Promise.all([
    listBookings(caller),
    listPasses(caller),
    runtime(),
  ]);
  const nowMs = clock();
  const upcoming = bookings
    .filter((booking) => booking.status === 'confirmed' || booking.status === 'pending')
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .map(keptBooking);
  const active = passes.filter((pass) => pass.status === 'active').map(keptPass);
  const pages = [...upcoming, ...active].filter((page) => !hasEnded(page, nowMs)).slice(0, MOST_PAGES);
  return { owner: ownerTag(session), pages };
}

function keptBooking(booking: BookingDto): KeptPage {
  return {
    path: `/bookings/${booking.bookingId}`,
    kind: 'booking',
    title: booking.resourceName,
    startsAt: booking.startsAt,
    timeZone: booking.timeZone,
    endsAt: new Date(visitWindow(booking.startsAt).closesMs).toISOString(),
    version: versionOf(booking),
  };
}

function keptPass(pass: PassDto): KeptPage {
  return {
    path: `/passes/${pass.passId}`,
    kind: 'pass',
    title: pass.title,
    startsAt: null,
    timeZone: null,
    endsAt: pass.expiresAt,
    version: versionOf(pass),
  };
}
