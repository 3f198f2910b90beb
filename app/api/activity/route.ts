import { activityQuerySchema, activitySchema } from '@/lib/contract/activity';
import { listActivity } from '@/lib/server/activity';
import { handle } from '@/lib/server/handle';

export const GET = handle(
  { query: activityQuerySchema, response: activitySchema, access: 'traveller', limit: 'read' },
  ({ caller, query }) => listActivity(caller, query),
);
