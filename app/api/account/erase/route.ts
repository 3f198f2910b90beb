import { clearSession } from '@/lib/auth/cookie';
import { isHttpsRequest } from '@/lib/auth/request-origin';
import { erasedSchema } from '@/lib/contract/account';
import { emptyBodySchema } from '@/lib/contract/common';
import { ERASE_DEVICE } from '@/lib/offline/headers';
import { Answer } from '@/lib/server/answer';
import { eraseAccount } from '@/lib/server/erase-account';
import { handle } from '@/lib/server/handle';

/** Forgets the traveller and signs this browser out. Its key goes with the rest, so a repeat does the same again. */
export const POST = handle(
  {
    body: emptyBodySchema,
    response: erasedSchema,
    access: 'traveller',
    limit: 'write',
    write: { subject: () => 'account', found: async () => null },
  },
  async ({ caller, request }) => {
    const headers = {
      'Set-Cookie': clearSession({ isHttps: isHttpsRequest(request.headers) }),
      'Clear-Site-Data': ERASE_DEVICE,
    };
    return new Answer(await eraseAccount(caller), { headers });
  },
);
