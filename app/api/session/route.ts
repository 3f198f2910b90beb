import { sessionSchema } from '@/lib/contract/session';
import { handle } from '@/lib/server/handle';
import { getSession } from '@/lib/server/session';

export const GET = handle({ response: sessionSchema, access: 'public', limit: 'read' }, ({ caller }) =>
  getSession(caller),
);
