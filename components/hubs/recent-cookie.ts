/**
 * Hubs looked at on this device, newest first. A cookie, not local storage: the server then renders them with the page,
 * and nothing shifts. It holds hub codes only, is read for this list alone, and the traveller can clear it.
 */
export const RECENT_COOKIE = 'layover-recent';

const LIMIT = 6;
const MAX_AGE_SECONDS = 180 * 86_400;
const CODE = /^[0-9A-Z-]{2,16}$/;

/** What does not look like a hub's code is left out; the others stay. */
export function readRecent(value: string | undefined): string[] {
  const codes = (value ?? '').split('.').filter((code) => CODE.test(code));
  return [...new Set(codes)].slice(0, LIMIT);
}

export function addRecent(codes: readonly string[], hub: string): string[] {
  return [...new Set([hub, ...codes])].filter((code) => CODE.test(code)).slice(0, LIMIT);
}

/** For `document.cookie`; an empty list takes the cookie away. */
export function recentCookie(codes: readonly string[]): string {
  const age = codes.length === 0 ? 0 : MAX_AGE_SECONDS;
  return `${RECENT_COOKIE}=${codes.join('.')}; Path=/; Max-Age=${age}; SameSite=Lax`;
}

/** The value in a whole `Cookie` header, which is what `document.cookie` reads like. */
export function recentInHeader(header: string): string | undefined {
  const pair = header.split('; ').find((one) => one.startsWith(`${RECENT_COOKIE}=`));
  return pair?.slice(RECENT_COOKIE.length + 1);
}
