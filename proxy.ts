import { type NextRequest, NextResponse } from 'next/server';
import { brandForHost } from '@/lib/brand/registry';
import { env } from '@/lib/env';
import { contentSecurityPolicy, createNonce } from '@/lib/security/csp';

/** Gives every page its own nonce and policy, and answers 404 on a host that belongs to no brand. */
export function proxy(request: NextRequest): NextResponse {
  if (!brandForHost(request.headers.get('host') ?? '')) {
    return new NextResponse('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  const nonce = createNonce();
  const policy = contentSecurityPolicy(nonce, !env().isProduction);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts out of this request header.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = {
  // Handlers answer JSON and check the host themselves; built files need no policy. Whatever else there is or is not, a
  // "not found" included, is a page.
  matcher: ['/((?!api/|_next/static/|_next/image$).*)'],
};
