import { keep } from '@/lib/offline/keep';
import { pageFor } from '@/lib/offline/pages';
import { refreshShell, renewShell } from '@/lib/offline/shell';
import { background, navigation, page, type Server, testDevice } from './offline-device';

export const FILES: Server = { '/_next/static/chunks/a.js': {} };
export const SERVER: Server = {
  ...FILES,
  '/passes/one': { body: page('ada', 'old code') },
  '/offline': { body: page(null, 'offline page') },
  '/': { body: page(null, 'search') },
  '/api/hubs/index': { body: 'index', headers: { Date: 'Tue, 09 Mar 2027 08:00:00 GMT' } },
  '/help': { body: page('ada', 'help') },
};
export const ADA = {
  owner: 'ada',
  pages: [
    {
      path: '/passes/one',
      kind: 'pass' as const,
      title: 'Two lounge visits',
      startsAt: null,
      timeZone: null,
      endsAt: '2027-06-01T00:00:00Z',
      version: '1',
    },
  ],
};

/** A device that has kept Ada's pass, the offline page and the search. */
export async function prepared() {
  const test = testDevice(SERVER);
  await keep(test.device, ADA);
  await renewShell(test.device);
  await refreshShell(test.device);
  const go = async (path: string, preload?: Promise<Response | undefined>) => {
    const { waitUntil, done } = background();
    const response = await pageFor(test.device, { request: navigation(path), waitUntil, ...(preload && { preload }) });
    return { status: response.status, text: await response.text(), location: response.headers.get('Location'), done };
  };
  return { ...test, go };
}
