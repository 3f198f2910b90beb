import { createTurns, type Device } from '@/lib/offline/device';
import { memoryCaches } from './cache-storage';

export const DEVICE_ORIGIN = 'https://layover.example';
export const DEVICE_NOW = Date.parse('2027-03-09T08:00:00Z');

type Answer = { status?: number; body?: string; headers?: Record<string, string> };
/** What the server answers for an address; a promise that never ends is a network that swallows everything. */
export type Server = Record<string, Answer | (() => Answer | Promise<Answer>)>;

/** A device whose server is a table of answers; what is not in it answers 404. `server: null` is no network at all. */
export function testDevice(server: Server) {
  const asked: { path: string; method: string; headers: Headers; credentials: string }[] = [];
  const world = { server: server as Server | null, nowMs: DEVICE_NOW };
  const fetch = async (input: Request | string, init?: RequestInit): Promise<Response> => {
    const request = typeof input === 'string' ? new Request(new URL(input, DEVICE_ORIGIN), init) : input;
    const { pathname, search } = new URL(request.url);
    const { method, headers, credentials } = request;
    asked.push({ path: pathname + search, method, headers, credentials });
    if (!world.server) throw new TypeError('Failed to fetch');
    const found = world.server[pathname + search] ?? world.server[pathname] ?? { status: 404, body: page(null) };
    const { status = 200, body = '', headers: more = {} } = typeof found === 'function' ? await found() : found;
    return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...more } });
  };
  const device: Device = {
    caches: memoryCaches(DEVICE_ORIGIN),
    fetch,
    nowMs: () => world.nowMs,
    isOnline: () => world.server !== null,
    build: 'build-1',
    inTurn: createTurns(),
    erasings: 0,
    led: null,
    doubtedAtMs: 0,
    hasLeft: null,
  };
  return { device, asked, world };
}

/** A page of the traveller with this tag, or of nobody's. */
export function page(owner: string | null, text = ''): string {
  const tag = owner === null ? '' : ` data-owner="${owner}"`;
  return `<!DOCTYPE html><html lang="en"${tag}><head><script src="/_next/static/chunks/a.js"></script></head><body>
<time data-kept-time="true">…</time><main>${text}</main></body></html>`;
}

/** Keeps the worker's background work, so that a test can wait for it. */
export function background() {
  const works: Promise<unknown>[] = [];
  return { waitUntil: (work: Promise<unknown>) => void works.push(work), done: () => Promise.all(works) };
}

/** Going to a page, as the browser asks. */
export function navigation(path: string, init: RequestInit = {}): Request {
  const request = new Request(new URL(path, DEVICE_ORIGIN), init);
  // Nobody but a browser can make a navigation: Node refuses the mode.
  Object.defineProperty(request, 'mode', { value: 'navigate' });
  return request;
}
