import { offerListSchema } from '@/lib/contract/passes';
import { handle } from '@/lib/server/handle';
import { listOffers } from '@/lib/server/offers';

export const GET = handle({ response: offerListSchema, access: 'public', limit: 'read' }, ({ caller }) =>
  listOffers(caller),
);
