import { expect, it } from 'vitest';
import { hubPlace } from '@/lib/testing/hub-place';
import type { HubPlace } from './hub-filters';
import { byUseNow } from './place-order';

const place = (resourceId: string, changes: Partial<HubPlace>) => hubPlace({ resourceId, ...changes });

const ALWAYS = { state: 'open', until: null } as const;
const closedUntil = (until: string | null) => ({ state: 'closed', until }) as const;
const UNKNOWN = { state: 'unknown', until: null } as const;

/** Each row stands before the one under it, whichever comes first in the vendor's list. */
const IN_ORDER = [
  place('open, own pass', { open: ALWAYS, isCovered: true }),
  place('open', { open: ALWAYS }),
  place('open, named later', { open: ALWAYS, name: 'Lounge of Zeal' }),
  place('open lane', { open: ALWAYS, module: 2, name: 'Fast Track' }),
  place('opens in an hour', { open: closedUntil('2027-03-09T09:42:00Z') }),
  place('opens later, own pass', { open: closedUntil('2027-03-09T18:00:00+01:00'), isCovered: true }),
  place('opens at the same time', { open: closedUntil('2027-03-09T17:00:00+00:00') }),
  place('opens tomorrow, own pass', { open: closedUntil('2027-03-10T05:00:00Z'), isCovered: true }),
  place('unknown, own pass', { open: UNKNOWN, isCovered: true }),
  place('unknown', { open: UNKNOWN }),
  place('closed until nobody knows when', { open: closedUntil(null), isCovered: true }),
  place('open, takes nobody', { open: ALWAYS, isCovered: true, walkIn: false, prebookable: false }),
  place('closed, takes nobody', { open: closedUntil(null), walkIn: false, prebookable: false }),
];
const ids = (places: HubPlace[]) => places.map((one) => one.resourceId);
const pairs = IN_ORDER.slice(1).map((lower, index) => [IN_ORDER[index], lower] as const);

it.each(pairs.flatMap(([a, b]) => (a ? [{ higher: a, lower: b, name: `${a.resourceId} / ${b.resourceId}` }] : [])))(
  'puts the place that can be used sooner first: $name',
  ({ higher, lower }) => {
    expect(ids(byUseNow([higher, lower]))).toEqual(ids([higher, lower]));
    expect(ids(byUseNow([lower, higher]))).toEqual(ids([higher, lower]));
  },
);

it('orders a whole list the same way from any beginning, and leaves that list alone', () => {
  const reversed = [...IN_ORDER].reverse();
  expect(ids(byUseNow(reversed))).toEqual(ids(IN_ORDER));
  expect(reversed[0]).toBe(IN_ORDER.at(-1));
});
