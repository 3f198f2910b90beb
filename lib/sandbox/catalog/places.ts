import * as conditions from './conditions';
import type { Holiday, HoursRow, SandboxHub, SandboxResource } from './model';
import { REQUIRED_INFO_NAMES, requiredInfoSchema } from './model';
import { PENDING_RESOURCES, PINNED_PLACES } from './pinned';
import { Seeded } from './seeded';
import { terminalsOf } from './terminals';
import * as words from './words';

type Module = 1 | 2 | 3 | 4;

const PREFIX: Readonly<Record<Module, string>> = { 1: 'N', 2: 'C', 3: 'R', 4: 'R' };
const NAMES = { 1: words.LOUNGE_NAMES, 2: words.LANE_NAMES, 3: words.RESTAURANT_NAMES, 4: words.COUPON_NAMES } as const;
const DESCRIPTIONS = {
  1: words.LOUNGE_DESCRIPTIONS,
  2: words.LANE_DESCRIPTIONS,
  3: words.MEAL_DESCRIPTIONS,
  4: words.COUPON_DESCRIPTIONS,
} as const;
const CONDITIONS = {
  1: conditions.ENTRY_CONDITIONS,
  2: conditions.LANE_CONDITIONS,
  3: conditions.MEAL_CONDITIONS,
  4: conditions.MEAL_CONDITIONS,
} as const;

/** How many places the hubs of the design's pictures have, in all. */
const FIXED_COUNTS: Readonly<Record<string, number>> = { MAN: 6, LHR: 14, DXB: 11, SIN: 9, HKG: 9, BKK: 8, LGW: 8 };

function placeCount(hub: SandboxHub, draw: Seeded): number {
  const fixed = FIXED_COUNTS[hub.iata];
  if (fixed !== undefined) return fixed;
  // A known place without a service is part of the world a client has to show.
  if (draw.chance(0.05)) return 0;
  if (hub.type !== 1) return draw.between(1, 4);
  return hub.rank === 1 ? draw.between(4, 9) : draw.between(1, 4);
}

/** A lounge first, then a lane, then a mix; a hub has three lanes at most. */
function modulesOf(count: number, pinned: readonly Module[], hub: SandboxHub, draw: Seeded): Module[] {
  const modules = [...pinned];
  while (modules.length < count) {
    const lanes = modules.filter((module) => module === 2).length;
    if (!modules.includes(1)) modules.push(1);
    else if (hub.type !== 1) modules.push(draw.pick([1, 3, 4]));
    else if (lanes === 0) modules.push(2);
    else modules.push(draw.pick(lanes < 3 ? [1, 1, 1, 1, 2, 3, 3, 4] : [1, 1, 1, 1, 3, 3, 4]));
  }
  return modules.slice(pinned.length);
}

function locationText(hub: SandboxHub, module: Module, area: number, gate: string | null): string {
  if (hub.type === 2) return area === 1 ? 'After the ticket gates' : 'Main hall, street level';
  if (hub.type === 3) return area === 1 ? 'After passport control' : 'Check-in hall';
  if (module === 2) return 'Landside - Before security';
  if (area === 2) return 'Landside - Departures level, before security';
  return gate
    ? `Airside - After security check, near gate ${gate}`
    : 'Airside - After security check and passport control';
}

function routeTypes(hub: SandboxHub, draw: Seeded): number[] {
  if (hub.type !== 1) return [];
  if (draw.chance(0.02)) return [9];
  return draw.pick([[1], [1], [1, 2], [2]]);
}

function weekOf(module: Module, draw: Seeded): HoursRow[] {
  if (module === 2 && draw.chance(0.5)) return [...words.SAMPLE_WEEKS.allDay];
  return draw.pick(words.WEEKS).map((row) => ({ ...row, days: [...row.days] }));
}

/** About a fifth of the places. Drawn apart, so that the rest of a place does not depend on it. */
function holidaysOf(resourceId: string): Pick<SandboxResource, 'holidays' | 'holidaysText'> {
  const draw = new Seeded(`holidays ${resourceId}`);
  if (!draw.chance(0.2)) return { holidays: [], holidaysText: null };
  const holidays = draw.some(words.HOLIDAYS, draw.between(2, 4)).map((day): Holiday => {
    return { day, open: draw.chance(0.5) ? null : draw.pick(words.HOLIDAY_HOURS) };
  });
  return {
    holidays,
    holidaysText: draw.chance(0.1) ? 'Closed on public holidays. Ask at the information desk.' : null,
  };
}

function priceOf(hub: SandboxHub, draw: Seeded): SandboxResource['price'] {
  if (!draw.chance(0.3)) return null;
  const currency = { GB: 'GBP', US: 'USD', JP: 'JPY', DE: 'EUR', FR: 'EUR', AE: 'AED' }[hub.country] ?? 'USD';
  const adult = draw.between(18, 62);
  const digits = currency === 'JPY' ? 0 : 2;
  const scale = currency === 'JPY' ? 150 : 1;
  return {
    currency,
    adultRate: (adult * scale).toFixed(digits),
    childRate: (Math.ceil(adult / 2) * scale).toFixed(digits),
  };
}

type Quirks = Pick<SandboxResource, 'hoursShape' | 'requiredInfoShape' | 'cancellationShape' | 'maxPassengerPerOrder'>;

function quirks(draw: Seeded): Quirks {
  return {
    hoursShape: draw.chance(0.06) ? draw.pick<SandboxResource['hoursShape']>(['text', 'missing']) : 'rows',
    requiredInfoShape: draw.pick<SandboxResource['requiredInfoShape']>([
      'map-in-policy',
      'map-in-policy',
      'map-in-policy',
      'map-in-policy',
      'map-on-top',
      'codes-in-policy',
      'codes-on-top',
    ]),
    cancellationShape: draw.pick<SandboxResource['cancellationShape']>([
      'object',
      'object',
      'object',
      'object',
      'object',
      'object',
      'number-as-text',
      'text',
      'unreadable',
      'missing',
    ]),
    maxPassengerPerOrder: draw.pick<number | null>([6, 6, 4, 4, 8, 2, 10, 1, 0, null]),
  };
}

function drawPlace(
  hub: SandboxHub,
  resourceId: string,
  module: Module,
  terminals: readonly (string | null)[],
): SandboxResource {
  const draw = new Seeded(`place ${resourceId} ${hub.transportHubId}`);
  const area = module === 2 || draw.chance(0.15) ? 2 : 1;
  const gate =
    hub.type === 1 && area === 1 && draw.chance(0.7)
      ? `${draw.pick(['A', 'B', 'C', 'D', ''])}${draw.between(1, 60)}`
      : null;
  const required = draw.pick(words.REQUIRED_SETS);
  const facilities =
    module === 2 ? [] : draw.some(words.FACILITIES, module === 1 ? draw.between(4, 10) : draw.between(1, 4));
  if (draw.chance(0.05)) facilities.push(...draw.some(words.UNUSUAL_FACILITIES, 1));
  const day = draw.between(1, 300);
  return {
    resourceId,
    module,
    resourceName: draw.pick(NAMES[module]),
    transportHubId: hub.transportHubId,
    terminal: draw.chance(0.04) ? null : (terminals[draw.between(0, terminals.length - 1)] ?? null),
    area,
    routeTypes: routeTypes(hub, draw),
    nearestGate: gate,
    location: locationText(hub, module, area, gate),
    tier: draw.between(1, 3),
    hours: weekOf(module, draw),
    ...holidaysOf(resourceId),
    facilities,
    description: draw.pick(DESCRIPTIONS[module]),
    conditions: draw.pick(CONDITIONS[module]),
    imageCount: draw.between(1, 3),
    prebookingSupported: module === 2 || (module === 1 && draw.chance(0.75)),
    ...quirks(draw),
    requiredInfo: requiredInfoSchema.parse(
      Object.fromEntries(REQUIRED_INFO_NAMES.map((name) => [name, required.includes(name)])),
    ),
    extraInfoCodes: [],
    cancellable: !draw.chance(0.1),
    freeCancellationHours: draw.pick([24, 24, 24, 48, 48, 72]),
    price: module <= 2 ? priceOf(hub, draw) : null,
    slotCapacity: draw.between(6, 24),
    confirmsLater: PENDING_RESOURCES.includes(resourceId),
    removed: false,
    updatedAt: new Date(Date.UTC(2026, 0, day, draw.between(0, 23), draw.between(0, 59))).toISOString(),
  };
}

/** Two places of one hub must not share a name, or people could not tell them apart. */
function withOwnName(place: SandboxResource, taken: Set<string>, draw: Seeded): SandboxResource {
  const names = NAMES[place.module as Module];
  let name = place.resourceName;
  for (let attempt = 0; taken.has(name) && attempt < 40; attempt += 1) name = draw.pick(names);
  if (taken.has(name)) name = `${name} ${place.terminal ?? 'Main'}`;
  for (let number = 2; taken.has(name); number += 1) name = `${place.resourceName} ${number}`;
  taken.add(name);
  return { ...place, resourceName: name };
}

/**
 * All places of all hubs. The same hubs give the same places with the same ids, on every machine: ids count up along the hubs, past the
 * pinned ones.
 */
export function drawPlaces(hubs: readonly SandboxHub[]): SandboxResource[] {
  const counters: Record<string, number> = { N: 1000, C: 1000, R: 1000 };
  const pinnedIds = new Set(PINNED_PLACES.map((place) => place.resourceId));
  const nextId = (prefix: string): string => {
    let id: string;
    do {
      counters[prefix] = (counters[prefix] ?? 0) + 1;
      id = `${prefix}${String(counters[prefix]).padStart(5, '0')}`;
    } while (pinnedIds.has(id));
    return id;
  };
  return hubs.flatMap((hub) => {
    const draw = new Seeded(`hub ${hub.transportHubId}`);
    const count = placeCount(hub, draw);
    const terminals = terminalsOf(hub, count, draw);
    const pinned = PINNED_PLACES.filter((place) => hub.iata !== '' && place.iata === hub.iata);
    const taken = new Set(pinned.flatMap((place) => place.changes.resourceName ?? []));
    const fixed = pinned.map(({ resourceId, module, changes }) => {
      const place = { ...drawPlace(hub, resourceId, module, terminals), ...changes };
      return changes.resourceName ? place : withOwnName(place, taken, draw);
    });
    const free = modulesOf(
      count,
      pinned.map((place) => place.module),
      hub,
      draw,
    ).map((module) => withOwnName(drawPlace(hub, nextId(PREFIX[module]), module, terminals), taken, draw));
    return [...fixed, ...free];
  });
}
