import { bookingParamsSchema } from '@/lib/contract/bookings';
import { calendarFileSchema } from '@/lib/contract/calendar';
import { bookingCalendar } from '@/lib/server/booking-calendar';
import { followed } from '@/lib/server/followed';
import { handle } from '@/lib/server/handle';

/** The booking for the traveller's own calendar; 404 while there is nothing to show in one. */
export const GET = followed(
  'bookings',
  handle(
    { params: bookingParamsSchema, response: calendarFileSchema, access: 'traveller', limit: 'read' },
    ({ caller, params }) => bookingCalendar(caller, params.bookingId),
  ),
);
