import { bookingListSchema, bookingSchema, prebookBodySchema } from '@/lib/contract/bookings';
import { listBookings } from '@/lib/server/bookings';
import { handle } from '@/lib/server/handle';
import { madeBooking, newBookingId, prebook } from '@/lib/server/prebook';

export const GET = handle({ response: bookingListSchema, access: 'traveller', limit: 'read' }, ({ caller }) =>
  listBookings(caller),
);

/** 201 with the booking; 202 with it `checking` while nobody knows whether the vendor took it. */
export const POST = handle(
  {
    body: prebookBodySchema,
    response: bookingSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: newBookingId, found: madeBooking },
  },
  ({ caller, body, subjectId }) => prebook(caller, body, subjectId),
);
