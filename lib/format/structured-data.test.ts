import { describe, expect, it } from 'vitest';
import type { HubDto } from '@/lib/contract/hubs';
import type { ResourceDto } from '@/lib/contract/resources';
import { NO_ENTRY_RULES } from '@/lib/domain/entry-rules';
import { hubData, placeData } from './structured-data';

const ORIGIN = 'https://lounges.bank.example';

const HUB: HubDto = {
  hub: 'MAN',
  iata: 'MAN',
  icao: 'EGCC',
  name: 'Manchester Airport',
  city: 'Manchester',
  countryCode: 'GB',
  country: 'United Kingdom',
  type: 'airport',
  modules: [1],
  resourceCount: 1,
  timeZone: 'Europe/London',
  latitude: 53.35,
  longitude: -2.27,
  images: ['/api/images/A00001.svg', 'https://image.dragonpass.com/man.jpg'],
};

const PLACE: ResourceDto = {
  resourceId: 'N00001',
  module: 1,
  name: 'Night Owl Lounge',
  terminal: 'T3',
  side: 'airside',
  gate: null,
  location: null,
  open: { state: 'open', until: null },
  prebookable: true,
  walkIn: true,
  image: null,
  hub: 'MAN',
  hubName: 'Manchester Airport',
  city: 'Manchester',
  countryCode: 'GB',
  timeZone: 'Europe/London',
  hours: { kind: 'weekly', rows: [{ days: [1, 7], opens: '20:00', closes: '04:00' }], exceptions: [] },
  requiredInfo: {},
  maxParty: 6,
  cancellation: { kind: 'unknown', hoursBefore: null },
  routeTypes: [],
  facilities: [],
  description: null,
  conditions: null,
  entry: NO_ENTRY_RULES,
  images: [],
  latitude: 53.35,
  longitude: -2.27,
  confirmedAt: '2026-11-22T12:00:00Z',
  isWithdrawn: false,
};

const hoursOf = (rows: { days: number[]; opens: string; closes: string }[]) =>
  placeData({ ...PLACE, hours: { kind: 'weekly', rows, exceptions: [] } }, ORIGIN);

describe('a hub for machines', () => {
  it('says what it is, where, and under which address it is found', () => {
    expect(hubData(HUB, ORIGIN)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Airport',
      name: 'Manchester Airport',
      url: 'https://lounges.bank.example/hubs/MAN',
      iataCode: 'MAN',
      icaoCode: 'EGCC',
      address: { '@type': 'PostalAddress', addressLocality: 'Manchester', addressCountry: 'GB' },
      geo: { '@type': 'GeoCoordinates', latitude: 53.35, longitude: -2.27 },
      image: 'https://image.dragonpass.com/man.jpg',
    });
  });

  it('leaves out what is not known', () => {
    const bare = { ...HUB, iata: null, icao: null, city: '', countryCode: 'ZZ', latitude: null, images: [] };
    expect(Object.keys(hubData({ ...bare, type: 'unknown' }, ORIGIN))).toEqual(['@context', '@type', 'name', 'url']);
  });

  it.each([
    ['rail', 'TrainStation'],
    ['port', 'BoatTerminal'],
    ['unknown', 'CivicStructure'],
  ] as const)('calls a hub of type %s a %s', (type, name) => {
    expect(hubData({ ...HUB, type }, ORIGIN)).toMatchObject({ '@type': name });
    expect(hubData({ ...HUB, type }, ORIGIN)).not.toHaveProperty('iataCode');
  });
});

describe('a place for machines', () => {
  it('stands in its terminal, and claims nothing about itself that only the hub is known for', () => {
    const data = placeData(PLACE, ORIGIN);
    expect(data).toMatchObject({
      '@type': 'LocalBusiness',
      url: 'https://lounges.bank.example/resources/N00001',
      containedInPlace: { name: 'Manchester Airport, Terminal 3', geo: { latitude: 53.35, longitude: -2.27 } },
    });
    for (const claim of ['geo', 'isAccessibleForFree', 'description', 'image']) expect(data).not.toHaveProperty(claim);
  });

  it.each([
    [2, 'Place'],
    [3, 'FoodEstablishment'],
    [4, 'FoodEstablishment'],
  ] as const)('of module %i is a %s', (module, type) => {
    expect(placeData({ ...PLACE, module }, ORIGIN)).toMatchObject({ '@type': type });
  });

  it('tells hours past midnight, until midnight and all day as schema.org writes them', () => {
    const specification = (opens: string, closes: string) => [
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Sunday'], opens, closes },
    ];
    const days = [1, 7];
    expect(hoursOf([{ days, opens: '20:00', closes: '04:00' }])).toMatchObject({
      openingHoursSpecification: specification('20:00', '04:00'),
    });
    expect(hoursOf([{ days, opens: '06:00', closes: '24:00' }])).toMatchObject({
      openingHoursSpecification: specification('06:00', '00:00'),
    });
    expect(hoursOf([{ days, opens: '00:00', closes: '24:00' }])).toMatchObject({
      openingHoursSpecification: specification('00:00', '23:59'),
    });
  });

  it('tells the hours of single dates, and which of them are closed', () => {
    const rows = [{ days: [1], opens: '06:00', closes: '22:00' }];
    const exceptions = [
      { on: '2026-12-24', spans: [{ opens: '06:00', closes: '14:00' }] },
      { on: '2026-12-25', spans: [] },
    ];
    expect(placeData({ ...PLACE, hours: { kind: 'weekly', rows, exceptions } }, ORIGIN)).toMatchObject({
      openingHoursSpecification: [
        { dayOfWeek: ['Monday'], opens: '06:00', closes: '22:00' },
        { validFrom: '2026-12-24', validThrough: '2026-12-24', opens: '06:00', closes: '14:00' },
        { validFrom: '2026-12-25', validThrough: '2026-12-25', opens: '00:00', closes: '00:00' },
      ],
    });
  });

  it('tells no hours where no rule could read them', () => {
    const text = placeData({ ...PLACE, hours: { kind: 'text', text: 'Daily from six' } }, ORIGIN);
    expect(text).not.toHaveProperty('openingHoursSpecification');
  });
});
