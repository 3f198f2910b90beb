import { resourceParamsSchema, resourceSchema } from '@/lib/contract/resources';
import { handle } from '@/lib/server/handle';
import { getResource } from '@/lib/server/resources';

export const GET = handle(
  { params: resourceParamsSchema, response: resourceSchema, access: 'public', limit: 'read' },
  ({ caller, params }) => getResource(caller, params.resourceId),
);
