import { hubParamsSchema, hubSchema } from '@/lib/contract/hubs';
import { handle } from '@/lib/server/handle';
import { getHub } from '@/lib/server/hubs';

export const GET = handle(
  { params: hubParamsSchema, response: hubSchema, access: 'public', limit: 'read' },
  ({ caller, params }) => getHub(caller, params.hub),
);
