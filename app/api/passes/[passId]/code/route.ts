import { passCodeSchema, passParamsSchema } from '@/lib/contract/passes';
import { handle } from '@/lib/server/handle';
import { getPassCode } from '@/lib/server/passes';

export const GET = handle(
  { params: passParamsSchema, response: passCodeSchema, access: 'traveller', limit: 'read' },
  ({ caller, params }) => getPassCode(caller, params.passId),
);
