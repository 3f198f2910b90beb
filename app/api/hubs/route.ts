import { hubSearchQuerySchema, hubSearchSchema } from '@/lib/contract/hubs';
import { handle } from '@/lib/server/handle';
import { searchHubs } from '@/lib/server/hubs';

export const GET = handle(
  { query: hubSearchQuerySchema, response: hubSearchSchema, access: 'public', limit: 'search' },
  ({ caller, query }) => searchHubs(caller, query),
);
