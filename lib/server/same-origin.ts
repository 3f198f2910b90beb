import 'server-only';
import { isHttpsRequest } from '@/lib/auth/request-origin';
import { env } from '@/lib/env';
import { AppError } from './errors';

/**
 * Refuses a write that another site's page sent. A browser names the page's origin on every POST; it has to be the host
 * that was asked (as the edge reports it), or the configured public origin where the edge reports nothing, and not plain
 * http when we are spoken to over https.
 * @throws AppError `not_entitled` when the origin is missing or foreign
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin') ?? '';
  const url = URL.canParse(origin) ? new URL(origin) : null;
  const isOwnHost =
    url !== null && (url.host === askedHost(request).toLowerCase() || url.origin === new URL(env().appUrl).origin);
  const isWeaker = url?.protocol !== 'https:' && isHttpsRequest(request.headers);
  if (!isOwnHost || isWeaker) throw new AppError('not_entitled');
}

/** Host and port as the browser knows them; an edge that rewrites `Host` reports the first one. */
function askedHost(request: Request): string {
  return request.headers.get('x-forwarded-host')?.split(',')[0]?.trim() || hostOf(request);
}

/** The `Host` header, which decides the brand. */
export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}
