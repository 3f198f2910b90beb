import { bookingParamsSchema } from '@/lib/contract/bookings';
import { googleLinkSchema, WALLET_LATER } from '@/lib/contract/wallet';
import { followed } from '@/lib/server/followed';
import { handle } from '@/lib/server/handle';
import { bookingForGoogle } from '@/lib/server/wallets';

/** On to Google's question whether to save it; 404 where the brand does not offer it. */
export const GET = followed(
  'bookings',
  handle(
    { params: bookingParamsSchema, response: googleLinkSchema, access: 'traveller', limit: 'vendor' },
    ({ caller, params }) => bookingForGoogle(caller, params.bookingId),
  ),
  WALLET_LATER,
);
