import { notFound } from 'next/navigation';
import { cache } from 'react';
import { opaqueIdSchema } from '@/lib/contract/common';
import { attempt } from '@/lib/server/attempt';
import { getBooking } from '@/lib/server/bookings';
import { currentCaller } from '@/lib/server/page-caller';

/** The booking of an address, once per request; null for both while nobody is signed in. */
export const bookingOf = cache(async (bookingId: string) => {
  if (!opaqueIdSchema.safeParse(bookingId).success) notFound();
  const caller = await currentCaller();
  if (!caller.session) return { caller, value: null, failure: null };
  return { caller, ...(await attempt(caller, getBooking(caller, bookingId))) };
});
