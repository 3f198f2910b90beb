import { hubParamsSchema, hubSchema } from '@/lib/contract/hubs';
import { handle } from '@/lib/server/handle';
import { getHubWithImages } from '@/lib/server/hubs';

export const GET = handle(
  { params: hubParamsSchema, response: hubSchema, access: 'public', limit: 'read' },
  ({ caller, params }) => getHubWithImages(caller, params.hub),
);
