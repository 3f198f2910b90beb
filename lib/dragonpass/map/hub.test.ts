import { expect, it } from 'vitest';
import { HUB } from '../samples/messages';
import { hubSchema } from '../wire/hub';
import { hubOf } from './hub';

const hub = (changes: Record<string, unknown>) => hubOf(hubSchema.parse({ ...HUB, ...changes }), () => undefined);

it('reads the documented hub, whose coordinates are text', () => {
  expect(hub({})).toEqual({
    vendorHubId: 'A00001',
    iata: 'MAN',
    name: 'Manchester Airport',
    city: 'Manchester',
    countryCode: 'GB',
    type: 'airport',
    latitude: 53.467,
    longitude: -2.233,
    images: [],
  });
});

it.each([
  [1, 'airport'],
  ['1', 'airport'],
  [2, 'rail'],
  [3, 'port'],
  [9, 'unknown'],
  ['SPACEPORT', 'unknown'],
  [null, 'unknown'],
])('reads the type %j as %s', (type, expected) => {
  expect(hub({ type }).type).toBe(expected);
});

it.each([
  ['lhr', 'LHR'],
  ['', null],
  [null, null],
  ['LOND', null],
])('reads the IATA code %j as %j', (iata, expected) => {
  expect(hub({ iata }).iata).toBe(expected);
});

it.each([
  ['', '-2.2'],
  ['53', null],
  ['north', 'west'],
  ['91', '0'],
  ['0', '181'],
])('has no place when half of it is missing or impossible: %j, %j', (latitude, longitude) => {
  expect(hub({ latitude, longitude })).toMatchObject({ latitude: null, longitude: null });
});

it('names no country rather than a wrong one', () => {
  expect(hub({ countryOrRegion: 'gb' }).countryCode).toBe('GB');
  expect(hub({ countryOrRegion: 'United Kingdom' }).countryCode).toBe('ZZ');
});

it('calls the city of a hub without one by the hub’s name', () => {
  expect(hub({ city: null }).city).toBe('Manchester Airport');
});

it('refuses a hub without id or name', () => {
  expect(hubSchema.safeParse({ ...HUB, transportHubId: '' }).success).toBe(false);
  expect(hubSchema.safeParse({ ...HUB, transportHubName: null }).success).toBe(false);
});
