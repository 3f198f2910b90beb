import { issuePassBodySchema, passDetailSchema, passListSchema } from '@/lib/contract/passes';
import { handle } from '@/lib/server/handle';
import { issuedPass, issuePass, newPassId } from '@/lib/server/issue-pass';
import { listPasses } from '@/lib/server/passes';

export const GET = handle({ response: passListSchema, access: 'traveller', limit: 'read' }, ({ caller }) =>
  listPasses(caller),
);

/** 201 with the pass; 202 with it `pending` while nobody knows whether the vendor issued it. */
export const POST = handle(
  {
    body: issuePassBodySchema,
    response: passDetailSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: newPassId, found: issuedPass },
  },
  ({ caller, body, subjectId }) => issuePass(caller, body, subjectId),
);
