import { availabilityBodySchema, availabilitySchema, resourceParamsSchema } from '@/lib/contract/resources';
import { checkAvailability } from '@/lib/server/availability';
import { handle } from '@/lib/server/handle';

export const POST = handle(
  {
    params: resourceParamsSchema,
    body: availabilityBodySchema,
    response: availabilitySchema,
    access: 'public',
    limit: 'vendor',
  },
  ({ caller, params, body }) => checkAvailability(caller, params.resourceId, body),
);
