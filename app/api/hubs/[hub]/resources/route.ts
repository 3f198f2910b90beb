import { hubParamsSchema } from '@/lib/contract/hubs';
import { resourceListQuerySchema, resourceListSchema } from '@/lib/contract/resources';
import { handle } from '@/lib/server/handle';
import { listResources } from '@/lib/server/resources';

export const GET = handle(
  {
    params: hubParamsSchema,
    query: resourceListQuerySchema,
    response: resourceListSchema,
    access: 'public',
    limit: 'read',
  },
  ({ caller, params, query }) => listResources(caller, params.hub, query.module),
);
