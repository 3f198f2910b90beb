import 'server-only';
import { sealSession } from './cookie';
import { isHttpsRequest } from './request-origin';
import type { Session } from './session';

const LARGEST_FORM_BYTES = 32 * 1024;

export type SignInProblem = 'launch' | 'demo' | 'busy';

/** Sends the browser on, signed in. The new cookie takes the place of whatever session it held. */
export async function signedIn(request: Request, session: Session, path: string): Promise<Response> {
  const cookie = await sealSession(session, { isHttps: isHttpsRequest(request.headers) });
  return seeOther(path, { 'Set-Cookie': cookie });
}

/** Sends the browser to the sign-in page, which says in plain words what to do. */
export function notSignedIn(problem?: SignInProblem): Response {
  return seeOther(problem ? `/sign-in?problem=${problem}` : '/sign-in');
}

/** The fields of a small form; null when the body is something else. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (type !== 'application/x-www-form-urlencoded' || !(length <= LARGEST_FORM_BYTES)) return null;
  return new URLSearchParams(await request.text());
}

function seeOther(path: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: path, 'Cache-Control': 'no-store' } });
}
