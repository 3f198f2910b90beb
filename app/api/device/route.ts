import { keepListSchema } from '@/lib/contract/device';
import { handle } from '@/lib/server/handle';
import { keepList } from '@/lib/server/keep-list';

export const GET = handle({ response: keepListSchema, access: 'traveller', limit: 'read' }, ({ caller }) =>
  keepList(caller),
);
