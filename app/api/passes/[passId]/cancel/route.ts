import { emptyBodySchema } from '@/lib/contract/common';
import { passDetailSchema, passParamsSchema } from '@/lib/contract/passes';
import { cancelledPass, cancelPass } from '@/lib/server/cancel-pass';
import { handle } from '@/lib/server/handle';

/** The pass as it is afterwards; 202 while nobody knows whether the vendor cancelled it. */
export const POST = handle(
  {
    params: passParamsSchema,
    body: emptyBodySchema,
    response: passDetailSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: ({ passId }) => passId, found: cancelledPass },
  },
  ({ caller, subjectId }) => cancelPass(caller, subjectId),
);
