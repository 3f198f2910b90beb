import { hubsNearQuerySchema, hubsNearSchema } from '@/lib/contract/hubs';
import { handle } from '@/lib/server/handle';
import { hubsNear } from '@/lib/server/hubs';

export const GET = handle(
  { query: hubsNearQuerySchema, response: hubsNearSchema, access: 'public', limit: 'search' },
  ({ caller, query }) => hubsNear(caller, query),
);
