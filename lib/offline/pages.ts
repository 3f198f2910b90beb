import { hasEnded, startPath } from '@/lib/domain/kept-page';
import { copyAtOnce, doubtCopies, isOutdated, type ShownAtOnce } from './at-once';
import type { Device } from './device';
import { COPY_HEADERS } from './headers';
import { hasFailed, languageOf, markedAsKept, ownerOf } from './html';
import { forget, keptCopy, learn } from './keep';
import { keptTime } from './kept-time';
import { type Patience, patienceFor, spendPatience } from './patience';
import { type KeptCopy, readRecord } from './record';
import { OFFLINE_PAGE, SEARCH_PAGE, shellCopy } from './shell';
import { flushSignOut, isLeaving, type Leaving } from './sign-out';

export const START_PATH = '/start';

export type Asked = {
  request: Request;
  /** What the browser has begun to fetch by itself while the worker woke up. */
  preload?: Promise<Response | undefined>;
  /** Keeps the worker alive until it is done. */
  waitUntil(work: Promise<unknown>): void;
  /** Goes to the page once more, unless its reader has left it; missing where the browser cannot, and pages must then be right from the start. */
  goAgain?: () => Promise<unknown>;
};

/**
 * The answer to going to a page: a young copy at once, which the network's then confirms or replaces; the network's; the copy
 * where it is slow, fails or breaks; else the offline page.
 */
export async function pageFor(device: Device, asked: Asked): Promise<Response> {
  const url = new URL(asked.request.url);
  const patience = patienceFor(device, url.pathname);
  const leaving = await left(device, patience);
  const fetched = fromNetwork(device, asked, leaving);
  const atOnce = asked.goAgain && leaving === 'none' ? await copyAtOnce(device, asked.request) : null;
  if (atOnce) {
    patience.end();
    asked.waitUntil(confirm(device, { ...asked, fetched, shown: atOnce }));
    return atOnce.response;
  }
  const hasCopy = await canDoWithout(device, url.pathname);
  const answer = hasCopy ? await patience.wait(fetched.then((one) => unlessBroken(device, one))) : await fetched;
  patience.end();
  if (answer) {
    // Whoever is led on may have been signed in or out there.
    if (answer.type === 'opaqueredirect') doubtCopies(device);
    else asked.waitUntil(takeIn(device, url, answer.clone()));
    return answer;
  }
  // An answer that comes late renews the copy all the same.
  asked.waitUntil(fetched.then((late) => (late ? takeIn(device, url, late) : undefined)));
  return withoutNetwork(device, asked.request);
}

type Confirming = Asked & { fetched: Promise<Response | null>; shown: ShownAtOnce };

/**
 * What the network answers for a page that was shown at once renews the copy. Where it says something else, the page goes there
 * again, if it is still there.
 */
async function confirm(device: Device, { request, fetched, shown, goAgain }: Confirming): Promise<void> {
  const url = new URL(request.url);
  const answer = await fetched;
  if (!answer || answer.type === 'opaqueredirect') return;
  await takeIn(device, url, answer);
  if (await isOutdated(device, url.pathname, shown)) await goAgain?.();
}

/**
 * Nothing where the server broke, also where it says so on a page of this traveller's. That is read to its end first: a copy
 * stands by. What answers as somebody else's is shown as it is.
 */
async function unlessBroken(device: Device, answer: Response | null): Promise<Response | null> {
  if (!answer || answer.status >= 500) return null;
  if (!answer.ok) return answer;
  const html = await answer.clone().text();
  const isBroken = hasFailed(html) && ownerOf(html) === (await readRecord(device.caches))?.owner;
  return isBroken ? null : answer;
}

async function fromNetwork(device: Device, { request, preload }: Asked, leaving: Leaving): Promise<Response | null> {
  if (!device.isOnline()) return null;
  try {
    // Whoever signed out is nobody here, also while the server does not know it.
    if (leaving === 'untold') {
      return await device.fetch(request.url, { credentials: 'omit', redirect: 'manual', headers: COPY_HEADERS });
    }
    // What the browser fetched ahead was asked for before the session had ended.
    return (leaving === 'told' ? undefined : await preload) ?? (await device.fetch(request));
  } catch {
    return null;
  }
}

/** How it stands with a session left without a network, after trying to end it. */
async function left(device: Device, patience: Patience): Promise<Leaving> {
  if (!(await isLeaving(device))) return 'none';
  return (await patience.wait(flushSignOut(device))) ?? 'untold';
}

/** The pages whose copy can be shown now. */
async function showable(device: Device): Promise<KeptCopy[]> {
  const record = await readRecord(device.caches);
  return record?.pages.filter((page) => page.hasCopy && !hasEnded(page, device.nowMs())) ?? [];
}

async function canDoWithout(device: Device, path: string): Promise<boolean> {
  const pages = await showable(device);
  return path === START_PATH ? pages.length > 0 : pages.some((page) => page.path === path);
}

async function withoutNetwork(device: Device, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  if (path === START_PATH) {
    const start = startPath(await showable(device), device.nowMs());
    spendPatience(device, start);
    return Response.redirect(new URL(start, request.url).href, 302);
  }
  const kept = await keptCopy(device, path);
  if (kept) return shown(device, kept.response, kept.page.keptAt);
  const search = path === SEARCH_PAGE ? await shellCopy(device, SEARCH_PAGE) : null;
  if (search) return shown(device, search.response, search.keptAt);
  return (await shellCopy(device, OFFLINE_PAGE))?.response ?? Response.error();
}

async function shown(device: Device, response: Response, keptAt: string): Promise<Response> {
  const html = await response.text();
  const time = keptTime(keptAt, device.nowMs(), languageOf(html));
  return new Response(markedAsKept(html, time), { headers: response.headers });
}

/** Learns from a page that came: whose this device is now, and how a kept page stands. */
async function takeIn(device: Device, { pathname, search }: URL, answer: Response): Promise<void> {
  const known = await readRecord(device.caches);
  if (!known || !answer.headers.get('Content-Type')?.startsWith('text/html')) return;
  const owner = ownerOf(await answer.clone().text());
  if (owner !== null && owner !== known.owner) return forget(device);
  // With a query it is the same page with a question of the moment, such as whether the pass works at one place.
  if (search !== '' && answer.ok && owner !== null) return;
  await device.inTurn(async () => {
    const { erasings } = device;
    const record = await readRecord(device.caches);
    const page = record?.pages.find((one) => one.path === pathname);
    if (record && page) await learn(device, pathname, answer, { record, page, erasings });
  });
}

/**
 * A page's content asked for by a page already open. Without an answer in time it fails, upon which the framework goes there
 * the plain way, and is given the copy.
 */
export async function contentFor(device: Device, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const patience = patienceFor(device, pathname);
  try {
    if ((await left(device, patience)) === 'untold') return Response.error();
    const fetched = device.fetch(request);
    if (!(await canDoWithout(device, pathname))) return await fetched;
    return (await patience.wait(fetched.catch(() => null))) ?? Response.error();
  } finally {
    patience.end();
  }
}
