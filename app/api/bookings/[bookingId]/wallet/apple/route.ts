import { bookingParamsSchema } from '@/lib/contract/bookings';
import { applePassSchema, WALLET_LATER } from '@/lib/contract/wallet';
import { followed } from '@/lib/server/followed';
import { handle } from '@/lib/server/handle';
import { bookingForApple } from '@/lib/server/wallets';

/** A signed file for Apple Wallet; 404 where the brand does not offer it. Signing costs, so it is counted as a question to a vendor. */
export const GET = followed(
  'bookings',
  handle(
    { params: bookingParamsSchema, response: applePassSchema, access: 'traveller', limit: 'vendor' },
    ({ caller, params }) => bookingForApple(caller, params.bookingId),
  ),
  WALLET_LATER,
);
