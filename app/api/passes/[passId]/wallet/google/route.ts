import { passParamsSchema } from '@/lib/contract/passes';
import { googleLinkSchema, WALLET_LATER } from '@/lib/contract/wallet';
import { followed } from '@/lib/server/followed';
import { handle } from '@/lib/server/handle';
import { passForGoogle } from '@/lib/server/wallets';

/** On to Google's question whether to save it; 404 where the brand does not offer it. */
export const GET = followed(
  'passes',
  handle(
    { params: passParamsSchema, response: googleLinkSchema, access: 'traveller', limit: 'vendor' },
    ({ caller, params }) => passForGoogle(caller, params.passId),
  ),
  WALLET_LATER,
);
