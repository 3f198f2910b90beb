import { passParamsSchema } from '@/lib/contract/passes';
import { refusalBodySchema, refusalSchema } from '@/lib/contract/refusals';
import { handle } from '@/lib/server/handle';
import { newRefusalId, recordedRefusal, recordRefusal } from '@/lib/server/refusals';

/** 201 with what was kept. */
export const POST = handle(
  {
    params: passParamsSchema,
    body: refusalBodySchema,
    response: refusalSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: newRefusalId, found: recordedRefusal },
  },
  ({ caller, params, body, subjectId }) => recordRefusal(caller, params.passId, body, subjectId),
);
