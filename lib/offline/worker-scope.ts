import type { DeviceMessage } from './messages';

/** The part of a service worker's surroundings that is used; TypeScript's own description excludes that of pages. */
export type WorkerScope = {
  caches: CacheStorage;
  navigator: { onLine: boolean };
  location: { origin: string };
  WindowClient?: { prototype: PageClient };
  registration: { navigationPreload?: { enable(): Promise<void> } };
  clients: { claim(): Promise<void>; get(id: string): Promise<PageClient | undefined> };
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendedEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
};

/** A page of this worker's; some browsers cannot send it anywhere. */
export type PageClient = { url: string; navigate?: (url: string) => Promise<unknown> };

type ExtendedEvent = { waitUntil(work: Promise<unknown>): void };

export type FetchEvent = ExtendedEvent & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  /** The page that this will become; empty where the browser does not say. */
  resultingClientId?: string;
  respondWith(response: Promise<Response>): void;
};

export type WorkerMessageEvent = ExtendedEvent & { data: DeviceMessage; ports: readonly MessagePort[] };
