import { bookingParamsSchema, cancelledBookingSchema } from '@/lib/contract/bookings';
import { emptyBodySchema } from '@/lib/contract/common';
import { cancelBooking, cancelledBooking } from '@/lib/server/cancel-booking';
import { handle } from '@/lib/server/handle';

/** The booking as it is afterwards; 202 while nobody knows whether the vendor cancelled it. */
export const POST = handle(
  {
    params: bookingParamsSchema,
    body: emptyBodySchema,
    response: cancelledBookingSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: ({ bookingId }) => bookingId, found: cancelledBooking },
  },
  ({ caller, subjectId }) => cancelBooking(caller, subjectId),
);
