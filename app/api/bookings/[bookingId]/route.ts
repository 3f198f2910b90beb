import { bookingParamsSchema, bookingSchema } from '@/lib/contract/bookings';
import { getBooking } from '@/lib/server/bookings';
import { handle } from '@/lib/server/handle';

export const GET = handle(
  { params: bookingParamsSchema, response: bookingSchema, access: 'traveller', limit: 'read' },
  ({ caller, params }) => getBooking(caller, params.bookingId),
);
