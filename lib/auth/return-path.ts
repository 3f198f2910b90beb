import 'server-only';

const LONGEST = 2000;
/** Stands for our own origin while a path is read; nothing is ever sent to it. */
const BASE = 'https://layover.invalid';

/**
 * Where to go after signing in: a path on our own origin, or `/`. Anything that a browser could read as another origin is
 * ignored: schemes, `//host`, backslashes, control characters, and paths that only turn into `//host` once normalised.
 */
export function returnPath(to: unknown): string {
  if (typeof to !== 'string' || to.length > LONGEST || !to.startsWith('/')) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line breaks inside an address.
  if (/[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029]/.test(to) || !URL.canParse(to, BASE)) return '/';
  const url = new URL(to, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
