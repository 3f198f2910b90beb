import { passDetailSchema, passParamsSchema } from '@/lib/contract/passes';
import { handle } from '@/lib/server/handle';
import { getPass } from '@/lib/server/passes';

export const GET = handle(
  { params: passParamsSchema, response: passDetailSchema, access: 'traveller', limit: 'read' },
  ({ caller, params }) => getPass(caller, params.passId),
);
