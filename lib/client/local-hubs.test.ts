import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pack } from '@/lib/search/compact';
import { sandboxDirectory } from '@/lib/testing/hub-directory';

const { entries } = await sandboxDirectory();
const bytes = await gzipped(pack(entries));

async function gzipped(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
const cut = await gzipped(pack(entries).slice(0, 100_000));

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

function serve(...answers: (() => Response)[]) {
  const fetchMock = vi.fn<Fetch>(async () => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? offline());
  vi.stubGlobal('fetch', fetchMock);
  return fetchMock;
}

const whole = () => new Response(bytes);
const offline = () => {
  throw new TypeError('Failed to fetch');
};

/** As a page that was just opened has it. */
let hubs: typeof import('./local-hubs');
beforeEach(async () => {
  vi.resetModules();
  hubs = await import('./local-hubs');
});
afterEach(() => vi.unstubAllGlobals());

describe('the index of hubs in the browser', () => {
  it('answers nothing before it is loaded, and then like the server, without the network', async () => {
    const fetchMock = serve(whole);
    expect(hubs.searchLocalHubs('lodnon', 5)).toBeNull();
    expect(await hubs.loadLocalHubs()).toBe(true);
    expect(hubs.searchLocalHubs('lodnon', 1)).toMatchObject({
      hubs: [{ hub: 'LHR', city: 'London', country: 'United Kingdom', modules: [1], resourceCount: 1 }],
    });
    expect(hubs.searchLocalHubs('東京', 1)).toMatchObject({ hubs: [{ hub: 'HND' }] });
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('is fetched once, however often it is asked for', async () => {
    const fetchMock = serve(whole);
    const answers = await Promise.all([hubs.loadLocalHubs(), hubs.loadLocalHubs()]);
    expect(await hubs.loadLocalHubs()).toBe(true);
    expect(answers).toEqual([true, true]);
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the server refuses', () => new Response('{}', { status: 503 })],
    ['there is no network', offline],
    ['the answer breaks off', () => new Response(bytes.slice(0, 20_000))],
    ['the answer is something else', () => new Response('<html>')],
    ['the text is cut', () => new Response(cut)],
  ])('says that it cannot be had when %s, and tries again when asked again', async (_, failing) => {
    serve(failing);
    expect(await hubs.loadLocalHubs()).toBe(false);
    expect(hubs.searchLocalHubs('london', 5)).toBeNull();
    serve(whole);
    expect(await hubs.loadLocalHubs()).toBe(true);
  });

  it('takes what the browser kept when there is no network', async () => {
    const fetchMock = serve(offline, whole);
    expect(await hubs.loadLocalHubs()).toBe(true);
    expect(fetchMock.mock.calls.map(([, init]) => init.cache)).toEqual(['default', 'force-cache']);
  });

  it('leaves search to the server in a browser that cannot unpack it', async () => {
    const fetchMock = serve(whole);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await hubs.loadLocalHubs()).toBe(false);
    expect(fetchMock).not.toHaveBeenCalled();
  });
});
