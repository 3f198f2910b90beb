import 'server-only';
import type { AccountExport } from '@/lib/contract/account';
import { listBookings } from '@/lib/store/bookings';
import { listPasses } from '@/lib/store/passes';
import { listRefusals } from '@/lib/store/refusals';
import { listCards } from '@/lib/store/wallet-cards';
import { type Caller, ownerOf, requireSession } from './caller';
import { bookingDto } from './dto/booking';
import { passDto } from './dto/pass';
import { refusalDto } from './refusals';
import { runtime } from './runtime';

/** What is kept of the traveller, as it is kept: the vendor is asked nothing. Passes that were refused were never passes. */
export async function exportAccount(caller: Caller): Promise<AccountExport> {
  const session = requireSession(caller);
  const owner = ownerOf(session);
  const { store, clock } = await runtime();
  const nowMs = clock();
  const [passes, bookings, refusals, cards] = await Promise.all([
    listPasses(store.db, owner),
    listBookings(store.db, owner),
    listRefusals(store.db, owner),
    listCards(store.db, owner),
  ]);
  const { clientUserId: customerNumber, firstName, lastName, email, phoneNumber, locale } = session;
  return {
    exportedAt: new Date(nowMs).toISOString(),
    brand: { id: caller.brand.id, name: caller.brand.name },
    traveller: { customerNumber, firstName, lastName, email, phoneNumber, locale },
    passes: passes
      .filter(({ state }) => state !== 'refused')
      .map((row) => ({ ...passDto(row, bookings, nowMs), offerId: row.offerId })),
    bookings: bookings.map((row) => bookingDto(row, nowMs)),
    refusals: refusals.map(refusalDto),
    walletCards: cards.map(({ wallet, subjectId: of, savedAt, devices }) => ({ wallet, of, savedAt, devices })),
  };
}
