import { resourceParamsSchema, timesQuerySchema, timesSchema } from '@/lib/contract/resources';
import { handle } from '@/lib/server/handle';
import { candidateTimesOf } from '@/lib/server/resources';

export const GET = handle(
  { params: resourceParamsSchema, query: timesQuerySchema, response: timesSchema, access: 'public', limit: 'read' },
  ({ caller, params, query }) => candidateTimesOf(caller, params.resourceId, query.date),
);
