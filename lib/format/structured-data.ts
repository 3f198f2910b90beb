import type { HubDto } from '@/lib/contract/hubs';
import type { ResourceDto } from '@/lib/contract/resources';
import type { DaySpan } from '@/lib/domain/opening-hours';
import { shareImage } from './share-image';
import { terminalName } from './terminals';

const CONTEXT = 'https://schema.org';
const HUB_TYPES = {
  airport: 'Airport',
  rail: 'TrainStation',
  port: 'BoatTerminal',
  unknown: 'CivicStructure',
} as const;
/** A lane sells nothing and feeds nobody: it is a place, no more. */
const PLACE_TYPES = { 1: 'LocalBusiness', 2: 'Place', 3: 'FoodEstablishment', 4: 'FoodEstablishment' } as const;
/** ISO weekday to schema.org's name. */
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

type Position = { latitude: number | null; longitude: number | null };

/** A hub in schema.org's words. What is not known is left out. */
export function hubData(hub: HubDto, origin: string): object {
  return present({
    '@context': CONTEXT,
    '@type': HUB_TYPES[hub.type],
    name: hub.name,
    url: pageOf(`/hubs/${hub.hub}`, origin),
    iataCode: hub.type === 'airport' ? hub.iata : null,
    icaoCode: hub.type === 'airport' ? hub.icao : null,
    address: addressOf(hub.city, hub.countryCode),
    geo: geoOf(hub),
    image: shareImage(hub.images, origin),
  });
}

/**
 * A place in schema.org's words. Its coordinates are those of its hub, so they stand with the hub: the door is somewhere
 * inside. Hours only where a rule could read them.
 */
export function placeData(place: ResourceDto, origin: string): object {
  const hub = present({
    '@type': 'Place',
    name: [place.hubName || place.hub, terminalName(place.terminal)].filter(Boolean).join(', '),
    url: pageOf(`/hubs/${place.hub}`, origin),
    address: addressOf(place.city, place.countryCode),
    geo: geoOf(place),
  });
  return present({
    '@context': CONTEXT,
    '@type': PLACE_TYPES[place.module],
    name: place.name,
    url: pageOf(`/resources/${place.resourceId}`, origin),
    description: place.description,
    image: shareImage([...place.images, place.image], origin),
    address: addressOf(place.city, place.countryCode),
    containedInPlace: hub,
    openingHoursSpecification: hoursOf(place.hours),
  });
}

const SPECIFICATION = 'OpeningHoursSpecification';

type Hours = ResourceDto['hours'];
type WeeklyHours = Extract<Hours, { kind: 'weekly' }>;

function hoursOf(hours: Hours): object[] | null {
  if (hours.kind !== 'weekly' || hours.rows.length === 0) return null;
  const weekly = hours.rows.map((row) =>
    specification({ dayOfWeek: row.days.flatMap((day) => DAYS[day - 1] ?? []) }, row),
  );
  return [...weekly, ...hours.exceptions.flatMap(exceptionOf)];
}

/** A single date goes before its weekday. One that is closed opens and closes at midnight, as search engines read it. */
function exceptionOf({ on, spans }: WeeklyHours['exceptions'][number]): object[] {
  const dates = { validFrom: on, validThrough: on };
  if (spans.length === 0) return [{ '@type': SPECIFICATION, ...dates, opens: '00:00', closes: '00:00' }];
  return spans.map((span) => specification(dates, span));
}

function specification(when: object, span: DaySpan): object {
  return { '@type': SPECIFICATION, ...when, ...spanOf(span) };
}

/** Past midnight closes before it opens; there is no 24:00, and a day that never closes ends a minute early. */
function spanOf({ opens, closes }: DaySpan): DaySpan {
  if (opens === '00:00' && (closes === '24:00' || closes === '00:00')) return { opens, closes: '23:59' };
  return { opens, closes: closes === '24:00' ? '00:00' : closes };
}

function addressOf(city: string, countryCode: string): object | null {
  // ISO 3166 for "no country".
  const country = /^[A-Z]{2}$/.test(countryCode) && countryCode !== 'ZZ' ? countryCode : null;
  if (city === '' && country === null) return null;
  return present({ '@type': 'PostalAddress', addressLocality: city || null, addressCountry: country });
}

function geoOf({ latitude, longitude }: Position): object | null {
  return latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude };
}

function pageOf(path: string, origin: string): string {
  return new URL(path, origin).href;
}

/** Without what is not known. */
function present(values: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
