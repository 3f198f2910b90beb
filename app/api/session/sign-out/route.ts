import { clearSession } from '@/lib/auth/cookie';
import { isHttpsRequest } from '@/lib/auth/request-origin';
import { signedOutSchema } from '@/lib/contract/session';
import { Answer } from '@/lib/server/answer';
import { handle } from '@/lib/server/handle';

/** Ends the session in this browser. A plain form, sent without JavaScript, is taken to the first page. */
export const POST = handle({ response: signedOutSchema, access: 'public', limit: 'write' }, async ({ request }) => {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false;
  const cookie = { 'Set-Cookie': clearSession({ isHttps: isHttpsRequest(request.headers) }) };
  const headers = wantsPage ? { ...cookie, Location: '/' } : cookie;
  return new Answer({ signedIn: false as const }, { status: wantsPage ? 303 : 200, headers });
});
