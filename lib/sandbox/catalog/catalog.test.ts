import { expect, it } from 'vitest';
import { readHubs } from './hubs';
import { resourceSchema } from './model';
import { PENDING_RESOURCES, PINNED_PLACES, SAMPLE_RESOURCES } from './pinned';
import { drawPlaces } from './places';

const hubs = readHubs();
const places = drawPlaces(hubs);
const placesAt = (iata: string) => {
  const hub = hubs.find((one) => one.iata === iata);
  return places.filter((place) => place.transportHubId === hub?.transportHubId);
};
const countBy = <Item>(items: readonly Item[], key: (item: Item) => string | number) => {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

it('draws the same places from the same hubs', () => {
  expect(drawPlaces(readHubs())).toEqual(places);
});

it('has several hundred hubs of three kinds, each once, in zones that exist', () => {
  const kinds = countBy(hubs, (hub) => hub.type);
  expect(kinds.get(1)).toBeGreaterThan(450);
  expect(kinds.get(2)).toBeGreaterThanOrEqual(30);
  expect(kinds.get(3)).toBeGreaterThanOrEqual(15);
  expect(new Set(hubs.map((hub) => hub.transportHubId)).size).toBe(hubs.length);
  for (const hub of hubs) {
    expect(hub.transportHubId).toMatch(/^A\d{5}$/);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: hub.timezone }), hub.name).not.toThrow();
    expect(hub.iata, hub.name).toMatch(hub.type === 1 ? /^[A-Z]{3}$/ : /^$/);
  }
});

it('has the hubs and places of the vendor’s samples and of the pictures', () => {
  const idOf = (iata: string) => hubs.find((hub) => hub.iata === iata)?.transportHubId;
  expect([idOf('MAN'), idOf('LGW')]).toEqual(['A00001', 'A10045']);
  expect(hubs.some((hub) => hub.name === 'Hong Kong West Kowloon' && hub.type === 2)).toBe(true);
  expect(['LHR', 'DXB', 'SIN', 'MAN'].map((iata) => placesAt(iata).length)).toEqual([14, 11, 9, 6]);
  expect(new Set(placesAt('MAN').map((place) => place.terminal))).toEqual(
    new Set(['Terminal 1', 'Terminal 2', 'Terminal 3']),
  );
  const ids = new Set(places.map((place) => place.resourceId));
  for (const id of [...Object.values(SAMPLE_RESOURCES), ...PENDING_RESOURCES]) expect(ids.has(id), id).toBe(true);
  for (const { iata, resourceId } of PINNED_PLACES) {
    expect(placesAt(iata).map((place) => place.resourceId)).toContain(resourceId);
  }
});

it('has a few thousand places of four modules, each with its own id, and its own name at its hub', () => {
  expect(places.length).toBeGreaterThan(2_500);
  expect(places.length).toBeLessThan(3_500);
  expect([...countBy(places, (place) => place.module).keys()].sort()).toEqual([1, 2, 3, 4]);
  expect(new Set(places.map((place) => place.resourceId)).size).toBe(places.length);
  expect(new Set(places.map((place) => `${place.transportHubId} ${place.resourceName}`)).size).toBe(places.length);
  for (const place of places) {
    resourceSchema.parse(place);
    expect(place.resourceId).toMatch(
      { 1: /^N\d{5}$/, 2: /^C\d{5}$/, 3: /^R\d{5}$/, 4: /^R\d{5}$/ }[place.module] ?? /^$/,
    );
  }
});

it('leaves a few hubs without a place, and has every habit of the vendor somewhere', () => {
  const served = new Set(places.map((place) => place.transportHubId));
  const without = hubs.filter((hub) => !served.has(hub.transportHubId)).length / hubs.length;
  expect(without).toBeGreaterThan(0.02);
  expect(without).toBeLessThan(0.09);
  const all = (key: (place: (typeof places)[number]) => unknown) => new Set(places.map(key));
  expect(all((place) => place.cancellationShape)).toEqual(
    new Set(['object', 'number-as-text', 'text', 'unreadable', 'missing']),
  );
  expect(all((place) => place.requiredInfoShape).size).toBe(4);
  expect(all((place) => place.hoursShape)).toEqual(new Set(['rows', 'text', 'missing']));
  expect(all((place) => place.freeCancellationHours)).toEqual(new Set([24, 48, 72]));
  expect(all((place) => place.maxPassengerPerOrder)).toContain(0);
  expect(all((place) => place.maxPassengerPerOrder)).toContain(null);
  expect(places.some((place) => place.terminal === null)).toBe(true);
  expect(places.some((place) => place.hours.some((row) => row.closeTime < row.openTime))).toBe(true);
  expect(places.some((place) => new Set(place.hours.flatMap((row) => row.days)).size < 7)).toBe(true);
  expect(places.some((place) => place.routeTypes.includes(9))).toBe(true);
  const share = places.filter((place) => place.holidays.length > 0).length / places.length;
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.25);
  expect(places.some((place) => place.holidaysText !== null)).toBe(true);
  expect(places.some((place) => place.conditions === '')).toBe(true);
  expect(places.some((place) => place.conditions.includes('<li>'))).toBe(true);
});
