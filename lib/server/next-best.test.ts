import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { brands } from '@/lib/brand/registry';
import { newTraveller, openTestApp, type TestApp } from '@/lib/testing/app';
import type { Caller } from './caller';
import { nextBest, type Whereabouts } from './next-best';
import { listResources } from './resources';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(() => app.reset());
afterAll(() => app.close());

const ANY_LOUNGE = { module: 1, resourceIds: [] } as const;

function caller(): Caller {
  const brand = brands().find(({ id }) => id === 'layover');
  if (!brand) throw new Error('the default brand is not there');
  return { brand, session: newTraveller(), requestId: 'test' };
}

/** Hours are read once, so that no answer depends on how fast the vendor tells them. */
const loungesOf = async (hub: string) => (await listResources(caller(), hub, 1)).resources;
const around = async (from: Whereabouts, pass: Parameters<typeof nextBest>[1] = ANY_LOUNGE) => {
  await loungesOf(from.hub);
  // Nobody waits for it at a door, so a busy machine may answer nothing at first.
  return vi.waitUntil(() => nextBest(caller(), pass, from), { timeout: 10_000 });
};

describe('the next best places', () => {
  it('of a hub are at most three lounges that are open now, the one that is open longest first', async () => {
    const open = (await loungesOf('LHR')).filter((one) => one.open.state === 'open');
    const found = await around({ hub: 'LHR', place: null });
    expect(found.places.length).toBe(Math.min(3, open.length));
    expect(found.places.every((place) => place.open.state === 'open' && place.module === 1)).toBe(true);
    const closes = found.places.map(({ open }) => (open.until ? Date.parse(open.until) : Number.POSITIVE_INFINITY));
    expect(closes).toEqual([...closes].sort((a, b) => b - a));
  });

  it('of a place are in its terminal and on its side, and never the place itself', async () => {
    let others = 0;
    for (const place of await loungesOf('LHR')) {
      const found = await around({ hub: 'LHR', place });
      for (const other of found.places) {
        others += 1;
        expect(other.resourceId).not.toBe(place.resourceId);
        expect([other.terminal, other.side]).toEqual([place.terminal, place.side]);
      }
    }
    expect(others).toBeGreaterThan(0);
  });

  it('take another spelling of a terminal for the same', async () => {
    const places = await loungesOf('LHR');
    const place = places.find((one) => /^Terminal \d$/.test(one.terminal ?? ''));
    if (!place) throw new Error('no lounge with a numbered terminal');
    const spelled = { ...place, resourceId: 'N99999', terminal: place.terminal?.replace('Terminal ', 'T') ?? null };
    const found = await around({ hub: 'LHR', place: spelled });
    const near = places.filter((one) => one.terminal === place.terminal && one.side === place.side);
    const open = near.filter((one) => one.open.state === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(found.places.length).toBe(Math.min(3, open.length));
  });

  it('are those that the pass covers', async () => {
    const found = await around({ hub: 'MAN', place: null }, { module: 1, resourceIds: ['N00001'] });
    expect(found.covered.map(({ resourceId }) => resourceId)).toEqual(['N00001']);
    expect(found.places.every(({ resourceId }) => resourceId === 'N00001')).toBe(true);
  });

  it('leave out what is closed', async () => {
    await app.control.setClock({ now: '2026-11-23T02:00:00Z' });
    const lounges = await loungesOf('MAN');
    expect(lounges.some((one) => one.open.state === 'closed')).toBe(true);
    const found = await around({ hub: 'MAN', place: null });
    expect(found.places.some((place) => place.open.state !== 'open')).toBe(false);
  });

  it('are unknown at a hub that nobody knows', async () => {
    expect(await nextBest(caller(), ANY_LOUNGE, { hub: 'QQQ', place: null })).toBeNull();
  });
});
