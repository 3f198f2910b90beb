/** Reads and marks our own pages as the server writes them; no parser, as a worker has none. */

const HTML_TAG = /<html\b[^>]*>/;
const OWNER = /\sdata-owner="([\w-]+)"/;
const FAILED = /<\w+\b[^>]*\sdata-failed\b/;
const SAYS = /<\w+\b[^>]*\sdata-says="([\w-]+)"/g;
const NOTE = /(<time\b[^>]*\bdata-kept-time\b[^>]*>)[^<]*/;

/** Built files, and the pictures of the brand: both carry their version in their address. */
const IN_HTML = /\/(?:_next\/static|brand(?!\/icon))\/[\w./~%?=&;-]+/g;
const IN_SCRIPT = /["'](?:\/_next\/)?(static\/[\w./~-]+\.(?:js|css))["']/g;
const IN_STYLE = /url\(["']?([^"')]+)["']?\)/g;

/** Whose page it is; null for a page of nobody's. */
export function ownerOf(html: string): string | null {
  return OWNER.exec(HTML_TAG.exec(html)?.[0] ?? '')?.[1] ?? null;
}

/** Whether a page says that what it is for could not be had: it answers 200, as its head had been sent by then. */
export function hasFailed(html: string): boolean {
  return FAILED.test(html);
}

/** Changes with what a pass or a booking, and warnings about it, say on a page; null for a page that names nothing of the kind. */
export function saysOf(html: string): string | null {
  const marks = [...html.matchAll(SAYS)].map(([, mark]) => mark);
  return marks.length > 0 ? marks.join(' ') : null;
}

/** The language of a page's own words. */
export function languageOf(html: string): string {
  return /\slang="([\w-]+)"/.exec(HTML_TAG.exec(html)?.[0] ?? '')?.[1] ?? 'en';
}

/** Addresses of the files that a page, a script or a style names, as paths of our origin. */
export function filesIn(text: string, path: string): string[] {
  if (path.endsWith('.css')) {
    return [...text.matchAll(IN_STYLE)].map(([, found]) => pathOf(found ?? '', path)).filter(isBuilt);
  }
  if (path.endsWith('.js')) return [...text.matchAll(IN_SCRIPT)].map(([, found]) => `/_next/${found}`);
  const found = [...text.matchAll(IN_HTML)].map(([address]) => address.replaceAll('&amp;', '&').replace(/\\+$/, ''));
  return [...new Set(found.filter((address) => /\.\w+(\?|$)|\?v=/.test(address)))];
}

function pathOf(address: string, base: string): string {
  return new URL(address, `https://origin.invalid${base}`).pathname;
}

function isBuilt(path: string): boolean {
  return path.startsWith('/_next/static/');
}

/** The page as shown from its copy: it says so itself, and since when, before and without any script. */
export function markedAsKept(html: string, time: string): string {
  return marked(html, time, '');
}

/** The page as shown from a copy that the network is about to confirm: for what it counts by, a copy; to its reader, the page. */
export function markedAsShownAtOnce(html: string, time: string): string {
  return marked(html, time, '="at-once"');
}

function marked(html: string, time: string, value: string): string {
  return html.replace(HTML_TAG, (tag) => `${tag.slice(0, -1)} data-kept${value}>`).replace(NOTE, `$1${time}`);
}
