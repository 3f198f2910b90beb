import { passParamsSchema } from '@/lib/contract/passes';
import { applePassSchema, WALLET_LATER } from '@/lib/contract/wallet';
import { followed } from '@/lib/server/followed';
import { handle } from '@/lib/server/handle';
import { passForApple } from '@/lib/server/wallets';

/** A signed file for Apple Wallet; 404 where the brand does not offer it. Signing costs, so it is counted as a question to a vendor. */
export const GET = followed(
  'passes',
  handle(
    { params: passParamsSchema, response: applePassSchema, access: 'traveller', limit: 'vendor' },
    ({ caller, params }) => passForApple(caller, params.passId),
  ),
  WALLET_LATER,
);
