import { doubtCopies } from './at-once';
import { createTurns, type Device } from './device';
import { dropUnusedFiles } from './files';
import { forget, keep } from './keep';
import type { DeviceMessage } from './messages';
import { contentFor, pageFor } from './pages';
import { readRecord, STATIC_CACHE, writeRecord } from './record';
import { refreshShell, renewShell, SEARCH_INDEX, searchIndex, shellFiles } from './shell';
import { apiFor, flushSignOut, SIGN_OUT_PATH, signOut } from './sign-out';
import type { FetchEvent, WorkerScope } from './worker-scope';

declare const self: WorkerScope;
/** Put in by the build, so that each build has a worker of its own. */
declare const BUILD: string;

const device: Device = {
  caches: self.caches,
  fetch: (request, init) => self.fetch(request, init),
  nowMs: () => Date.now(),
  isOnline: () => self.navigator.onLine,
  build: BUILD,
  inTurn: createTurns(),
  erasings: 0,
  led: null,
  doubtedAtMs: 0,
  hasLeft: null,
};

self.addEventListener('install', (event) => event.waitUntil(renewShell(device)));

// A new worker waits until no page of an earlier one is open. So nothing is reloaded under anybody's fingers, and what only
// earlier pages needed can go.
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  event.waitUntil(heed(event.data).finally(() => event.ports[0]?.postMessage(null)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method !== 'GET') doubtCopies(device);
  if (request.method === 'POST' && pathname === SIGN_OUT_PATH) event.respondWith(signOut(device, request, origin));
  else if (pathname.startsWith('/api/') && pathname !== SEARCH_INDEX) api(event);
  else if (request.method === 'GET') answer(event, pathname);
});

/**
 * None of the worker's business, unless somebody has left; whoever signs in with a form is somebody again. Files that a
 * browser goes to, as for a wallet, reach it best straight from the server: the worker steps in only when it knows.
 */
function api(event: FetchEvent): void {
  const { method, mode } = event.request;
  if (device.hasLeft === false) return;
  if (mode === 'navigate' && (method === 'POST' || device.hasLeft === null)) return;
  event.respondWith(apiFor(device, event.request));
}

function answer(event: FetchEvent, pathname: string): void {
  const { request } = event;
  if (request.mode === 'navigate') {
    const preload = event.preloadResponse;
    const waitUntil = (work: Promise<unknown>) => event.waitUntil(work);
    const id = event.resultingClientId;
    const canGoAgain = id && self.WindowClient?.prototype.navigate;
    const goAgain = async () => {
      const page = await self.clients.get(id ?? '');
      if (page?.url === request.url) await page.navigate?.(request.url);
    };
    event.respondWith(pageFor(device, { request, preload, waitUntil, ...(canGoAgain && { goAgain }) }));
  } else if (pathname.startsWith('/_next/static/') || pathname.startsWith('/brand/')) {
    event.respondWith(keptFile(request));
  } else if (pathname === SEARCH_INDEX) {
    event.respondWith(searchIndex(device, request));
  } else if (request.headers.has('RSC')) {
    event.respondWith(contentFor(device, request));
  }
}

/** Files never change under their address, so that a kept one is as good as the server's. */
async function keptFile(request: Request): Promise<Response> {
  const cache = await self.caches.open(STATIC_CACHE);
  return (await cache.match(request.url, { ignoreVary: true })) ?? self.fetch(request);
}

async function takeOver(): Promise<void> {
  // Copies are of the earlier build: its pages need its files, which are to go.
  doubtCopies(device);
  const record = await readRecord(self.caches);
  const used = record?.pages.flatMap((page) => page.assets) ?? [];
  await dropUnusedFiles(self.caches, [...used, ...(await shellFiles(self.caches))]);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function heed(message: DeviceMessage): Promise<void> {
  if (message.type === 'keep') {
    const { erasings } = device;
    if ((await flushSignOut(device)) !== 'none') return;
    await device.inTurn(() => keep(device, message, erasings));
    await refreshShell(device);
    return;
  }
  await forget(device);
  if (message.type !== 'switch') return;
  const { owner, isOn } = message;
  if (!isOn) await device.inTurn(() => writeRecord(self.caches, { owner, isOff: true, pages: [] }));
}
