import { expect, it } from 'vitest';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import { RESOURCE, RESOURCE_DETAILS } from '../samples/messages';
import { resourceDetailsSchema, resourceSchema } from '../wire/resource';
import { detailsOf, summaryOf } from './resource';

const ignore = () => undefined;
const summary = (changes: Record<string, unknown>, hubId: string | null = null) =>
  summaryOf(resourceSchema.parse({ ...RESOURCE, ...changes }), hubId, ignore);
const info = (changes: Record<string, unknown>) =>
  summary({ extra: { loungeInfo: { ...RESOURCE.extra.loungeInfo, ...changes } } });
const place = (changes: Record<string, unknown>) => ({ locationInfo: { ...RESOURCE.locationInfo, ...changes } });
const details = (changes: Record<string, unknown>, module: 1 | 2 | 3 | 4 = 1) =>
  detailsOf(resourceDetailsSchema.parse({ ...RESOURCE_DETAILS, ...changes }), module, ignore);
const policy = (changes: Record<string, unknown>) => ({
  prebookingPolicy: { ...RESOURCE_DETAILS.prebookingPolicy, ...changes },
});

it('reads the documented row', () => {
  expect(summary({})).toEqual({
    resourceId: 'N00001',
    module: 1,
    name: 'DragonPass Lounge',
    vendorHubId: 'A00001',
    terminal: 'Terminal 1',
    side: 'airside',
    gate: 'A1',
    location: 'Airside - After security check and passport control',
    timeZone: 'Europe/London',
    image: 'https://image.dragonpass.com/uploadFile/images/cover.png',
    routeTypes: ['international'],
  });
});

it.each([
  ['1 is airside', { area: 1 }, 'airside'],
  ['2 is landside', { area: 2 }, 'landside'],
  ['a number as text', { area: '2' }, 'landside'],
  ['a number we do not know', { area: 9 }, 'unknown'],
  ['absent: the line about the place says it', { area: null }, 'airside'],
])('reads the side: %s', (_, changes, side) => {
  expect(info(changes)?.side).toBe(side);
});

it('claims no side when nothing says one', () => {
  expect(summary({ ...place({ location: 'Level 3' }), extra: {} })?.side).toBe('unknown');
});

it.each([
  [
    [1, 2],
    ['international', 'domestic'],
  ],
  [['2'], ['domestic']],
  [
    [1, 9, 8],
    ['international', 'unknown'],
  ],
  [[], []],
  [null, []],
  ['international', []],
])('reads route types %j', (routeTypes, expected) => {
  expect(info({ routeTypes })?.routeTypes).toEqual(expected);
});

it('reads the block of a module whose name is not documented, and fields that stand flat', () => {
  const inBlock = summary({ module: 2, extra: { fastTrackInfo: { area: 2, terminal: 'Main Terminal' } } });
  expect(inBlock).toMatchObject({ module: 2, side: 'landside', terminal: 'Main Terminal', gate: null });
  expect(summary({ extra: null, terminal: 'Terminal 1' })?.terminal).toBe('Terminal 1');
  expect(summary({ extra: { terminal: 'Terminal 2', nearestGate: 204 } })).toMatchObject({
    terminal: 'Terminal 2',
    gate: '204',
  });
});

it('reads null, a missing field and "" alike as absent', () => {
  for (const empty of [null, undefined, '', ' ']) {
    expect(info({ terminal: empty, nearestGate: empty })).toMatchObject({ terminal: null, gate: null });
    expect(summary({ image: empty })?.image).toBeNull();
  }
});

it('lets no address into a page but http and https', () => {
  expect(summary({ image: 'javascript:alert(1)' })?.image).toBeNull();
  expect(details({ imagesList: [{ url: 'data:text/html,x' }, { url: 'https://a.example/1.png' }] }).images).toEqual([
    'https://a.example/1.png',
  ]);
});

it('takes the hub that was asked for when a row does not repeat it', () => {
  expect(summary(place({ transportHubId: '' }), 'A00009')?.vendorHubId).toBe('A00009');
  expect(summary(place({ transportHubId: null }))).toBeNull();
});

it('leaves out modules it does not offer, and places of whose time it can say nothing', () => {
  expect(summary({ module: 7 })).toBeNull();
  expect(summary({ module: 'SPA' })).toBeNull();
  expect(summary(place({ timezone: 'Europe/Nowhere' }))).toBeNull();
  // An offset is no zone: it knows no summer, and not every browser can tell a time in it.
  expect(summary(place({ timezone: '+05:45' }))).toBeNull();
  expect(summary(place({ timezone: '2026-03-01T00:00Z' }))).toBeNull();
  expect(summary(place({ timezone: 'Asia/Kathmandu' }))?.timeZone).toBe('Asia/Kathmandu');
});

it('reads the reconstructed details', () => {
  expect(details({})).toEqual({
    images: ['https://image.dragonpass.com/1.png', 'https://image.dragonpass.com/2.png'],
    hours: {
      kind: 'weekly',
      rows: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '05:00', closes: '22:00' }],
      exceptions: [
        { on: '2026-12-25', spans: [] },
        { on: '2026-12-31', spans: [{ opens: '05:00', closes: '16:00' }] },
      ],
    },
    facilities: ['Wi-Fi'],
    description: 'A lounge.',
    conditions: 'Maximum stay 3 hours. Smart casual.',
    entry: {
      ...NO_ENTRY_RULES,
      maxStay: { minutes: 180, words: 'Maximum stay 3 hours.' },
      dress: ['Smart casual.'],
    },
    prebookable: true,
    maxParty: 6,
    requiredInfo: {
      fields: {
        firstName: 'required',
        lastName: 'required',
        email: 'required',
        phoneNumber: 'not-asked',
        callingCode: 'not-asked',
        transportNumber: 'required',
      },
      unknownCodes: [],
    },
    cancellation: { kind: 'free-until', hoursBefore: 24 },
  });
});

it('finds required information and cancellation policy inside the prebooking policy or beside it', () => {
  const beside = details({
    prebookingPolicy: { prebookingSupported: true },
    prebookingRequiredInfo: ['EMAIL'],
    cancellationPolicy: '48 hours before',
  });
  expect(beside.requiredInfo.fields.email).toBe('required');
  expect(beside.cancellation).toEqual({ kind: 'free-until', hoursBefore: 48 });
});

it.each([
  [4, 4],
  ['8', 8],
  [0, 6],
  [null, 6],
  [-1, 6],
  ['many', 6],
])('reads a party limit of %j as %d', (maxPassengerPerOrder, expected) => {
  expect(details(policy({ maxPassengerPerOrder })).maxParty).toBe(expected);
});

it('never says that a module without prebooking can be prebooked', () => {
  expect(details({}, 3).prebookable).toBe(false);
  expect(details({}, 4).prebookable).toBe(false);
  expect(details(policy({ prebookingSupported: false })).prebookable).toBe(false);
});

it('takes a lane, which has no other use, for prebookable when nothing is said, and a lounge only with a policy', () => {
  expect(details({ prebookingPolicy: null }, 2).prebookable).toBe(true);
  expect(details({ prebookingPolicy: null }, 1).prebookable).toBe(false);
  expect(details(policy({ prebookingSupported: null }), 1).prebookable).toBe(true);
});

it('keeps facilities nobody has an icon for, in the vendor’s words', () => {
  expect(details({ facilities: ['Wi-Fi', '儿童乐园', 'Wi-Fi', '', null] }).facilities).toEqual(['Wi-Fi', '儿童乐园']);
  expect(details({ facilities: null }).facilities).toEqual([]);
});

it('reads entry rules and hours of single dates from the place’s own words and rows', () => {
  const read = details({
    conditions: '<ul><li>Maximum stay: 3&nbsp;hours</li><li>No sportswear</li></ul>',
    description: 'Seats &amp; coffee.<br>By the window.',
    businessHoursExceptions: [{ date: '2026-12-25', closed: true }],
  });
  expect(read.conditions).toBe('• Maximum stay: 3 hours\n• No sportswear');
  expect(read.description).toBe('Seats & coffee.\nBy the window.');
  expect(read.entry).toMatchObject({
    maxStay: { minutes: 180, words: 'Maximum stay: 3 hours' },
    dress: ['No sportswear'],
  });
  expect(read.hours).toMatchObject({ exceptions: [{ on: '2026-12-25', spans: [] }] });
  expect(details({ conditions: ['Maximum stay 2 hours', 'Adults only'] })).toMatchObject({
    conditions: 'Maximum stay 2 hours\nAdults only',
    entry: { maxStay: { minutes: 120 }, adultsOnly: 'Adults only' },
  });
});

it('reads details that say nothing beyond the row', () => {
  expect(detailsOf(resourceDetailsSchema.parse(RESOURCE), 1, ignore)).toMatchObject({
    hours: { kind: 'unknown' },
    cancellation: { kind: 'unknown' },
    maxParty: 6,
    images: [],
  });
});
