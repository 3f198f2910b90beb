import 'server-only';
import { sealData, unsealData } from 'iron-session';
import type { Clock } from '@/lib/domain/clock';
import { isHttpsRequest } from './request-origin';
import { sessionSecret } from './secret';
import { type Session, sessionSchema, type Traveller } from './session';

/** How long a sign-in lasts. A traveller's longest day at airports fits; the next one starts from the partner's app. */
export const SESSION_LIFE_SECONDS = 12 * 60 * 60;

/** `__Host-` binds the cookie to this very host over https; browsers refuse that prefix on plain http. */
export function sessionCookieName(isHttps: boolean): string {
  return isHttps ? '__Host-layover' : 'layover-session';
}

/** A session that begins now. */
export function startSession(brandId: string, traveller: Traveller, clock: Clock): Session {
  const { clientUserId, firstName, lastName, email, phoneNumber, locale } = traveller;
  const expiresAt = new Date(clock() + SESSION_LIFE_SECONDS * 1000).toISOString();
  return { brandId, clientUserId, firstName, lastName, email, phoneNumber, locale, expiresAt };
}

/** The session in a sealed cookie value: null when it is missing, forged, over, or another brand's. */
export async function readSession(
  sealed: string | undefined,
  brandId: string,
  clock: Clock,
  secret = sessionSecret(),
): Promise<Session | null> {
  if (!sealed) return null;
  // iron-session answers a seal it cannot open with an empty object; its own expiry is off, ours follows our clock.
  const parsed = sessionSchema.safeParse(await unsealData(sealed, { password: secret, ttl: 0 }));
  if (!parsed.success || parsed.data.brandId !== brandId) return null;
  return Date.parse(parsed.data.expiresAt) > clock() ? parsed.data : null;
}

/** The session of a `Request`, out of its `Cookie` header. */
export function readSessionOfRequest(request: Request, brandId: string, clock: Clock): Promise<Session | null> {
  const jar = parseCookies(request.headers.get('cookie') ?? '');
  return readSession(jar.get(sessionCookieName(isHttpsRequest(request.headers))), brandId, clock);
}

/** A `Set-Cookie` value that signs the traveller in; it replaces whatever session the browser held. */
export async function sealSession(
  session: Session,
  options: { isHttps: boolean },
  secret = sessionSecret(),
): Promise<string> {
  const sealed = await sealData(session, { password: secret, ttl: 0 });
  return cookieLine(sealed, SESSION_LIFE_SECONDS, options.isHttps);
}

/** A `Set-Cookie` value that ends the session in this browser. */
export function clearSession(options: { isHttps: boolean }): string {
  return cookieLine('', 0, options.isHttps);
}

function cookieLine(value: string, maxAgeSeconds: number, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAgeSeconds}`];
  if (isHttps) attributes.push('Secure');
  return `${sessionCookieName(isHttps)}=${value}; ${attributes.join('; ')}`;
}

function parseCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((part) => {
    const equals = part.indexOf('=');
    return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}
