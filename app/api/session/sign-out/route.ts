import { clearSession } from '@/lib/auth/cookie';
import { ownerTag } from '@/lib/auth/owner-tag';
import { isHttpsRequest } from '@/lib/auth/request-origin';
import { signedOutSchema } from '@/lib/contract/session';
import { ERASE_DEVICE, OWNER_HEADER } from '@/lib/offline/headers';
import { Answer } from '@/lib/server/answer';
import { handle } from '@/lib/server/handle';

/**
 * Ends the session in this browser, and has it erase what it keeps of the traveller. A plain form, sent without JavaScript,
 * is taken to the first page. A device that signs somebody out afterwards says whom, and ends nobody else's session.
 */
export const POST = handle(
  { response: signedOutSchema, access: 'public', limit: 'write' },
  async ({ caller, request }) => {
    const meant = request.headers.get(OWNER_HEADER);
    const signedOut = { signedIn: false as const };
    if (meant !== null && caller.session && ownerTag(caller.session) !== meant) return signedOut;
    const cookie = { 'Set-Cookie': clearSession({ isHttps: isHttpsRequest(request.headers) }) };
    if (meant !== null) return new Answer(signedOut, { headers: cookie });
    const erase = { 'Clear-Site-Data': ERASE_DEVICE };
    const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false;
    const headers = wantsPage ? { ...cookie, ...erase, Location: '/' } : { ...cookie, ...erase };
    return new Answer(signedOut, { status: wantsPage ? 303 : 200, headers });
  },
);
