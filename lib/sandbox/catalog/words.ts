import type { Holiday, HoursRow, RequiredInfoName } from './model';

export type Words = readonly [string, ...string[]];

/** Invented names and plain sentences the places are made of. */
export const LOUNGE_NAMES: Words = [
  'Skyline Lounge',
  'Blue Hour Lounge',
  'The Reading Room',
  'Harbour Lounge',
  'Orchard Lounge',
  'Compass Lounge',
  'Lantern Lounge',
  'Meridian Rooms',
  'Juniper Lounge',
  'Slow Coffee Lounge',
  'Aerie Lounge',
  'Copper Kettle Lounge',
  'Northlight Lounge',
  'Saffron Lounge',
  'The Glasshouse',
  'Cedar Lounge',
  'Tailwind Lounge',
  'Observatory Lounge',
  'Pearl Lounge',
  'Driftwood Lounge',
  'Gallery Lounge',
  'Atrium Lounge',
  'Monsoon Lounge',
  'Paper Plane Lounge',
];

export const LANE_NAMES: Words = [
  'Security Fast Track',
  'Priority Security Lane',
  'Fast Track Departures',
  'Express Lane',
  'Passport Fast Track',
];

export const RESTAURANT_NAMES: Words = [
  'Green Fig Kitchen',
  'The Long Table',
  'Noodle Yard',
  'Hearth & Rye',
  'Blue Plate Diner',
  'Olive Terrace',
  'Tiffin House',
  'Harbour Grill',
  'Little Comet Café',
  'Basil & Stone',
  'Ember Kitchen',
  'Rice & Smoke',
  'Salt Lane Bistro',
  'Early Bird Bakery',
];

export const COUPON_NAMES: Words = [
  'Departure Coffee Co.',
  'Juice Runway',
  'Sandwich Signal',
  'Gate Snack Bar',
  'Milk & Miles',
  'Two Beans Espresso',
  'Dumpling Stop',
  'Boarding Bites',
];

export const FACILITIES = [
  'Wi-Fi',
  'Hot food',
  'Snacks',
  'Soft drinks',
  'Alcoholic drinks',
  'Showers',
  'Power sockets',
  'Quiet area',
  'Family room',
  'Work desks',
  'Newspapers and magazines',
  'Flight information',
  'Step-free access',
  'Air conditioning',
  'TV',
  'Prayer room',
  'Smoking area',
];

/** Strings a client has no icon for. */
export const UNUSUAL_FACILITIES = [
  'Nap pods (paid)',
  'FREE_MASSAGE_10MIN',
  'Karaoke booth',
  '儿童乐园',
  'Dog relief area',
];

export const LOUNGE_DESCRIPTIONS: Words = [
  'A calm room over the apron with soft seats, a small buffet and desks by the window.',
  'Bright and quiet, with hot dishes through the day and showers at the back.',
  'A compact lounge a short walk from most gates, with barista coffee until early afternoon.',
  'Two floors of seats with a family room, a bar and a good view of the runway.',
  'A simple place to sit down, charge and eat before a flight.',
];

export const LANE_DESCRIPTIONS: Words = [
  'A separate lane through security. Show your voucher at the sign and keep your boarding card ready.',
  'A staffed lane next to the main checkpoint. Most travellers are through in ten minutes.',
];

export const MEAL_DESCRIPTIONS: Words = [
  'A set meal with one main dish, a side and a soft drink.',
  'Choose one of four set menus. A hot drink is included.',
  'A two-course set meal served at the table.',
];

export const COUPON_DESCRIPTIONS: Words = [
  'A drink and a snack from the counter.',
  'Your pass covers one item from the menu board, up to the posted value.',
];

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const row = (openTime: string, closeTime: string, days = EVERY_DAY): HoursRow => ({ days, openTime, closeTime });

/** Weeks of opening hours: plain, past midnight, all day, two rows a day, and days with none. */
export const WEEKS: readonly [readonly HoursRow[], ...(readonly HoursRow[])[]] = [
  [row('05:00', '22:00')],
  [row('06:00', '23:00')],
  [row('04:30', '21:30')],
  [row('00:00', '24:00')],
  [row('00:00', '24:00')],
  [row('05:30', '01:30')],
  [row('18:00', '02:00')],
  [row('06:00', '11:00'), row('15:00', '22:30')],
  [row('06:00', '21:00', [1, 2, 3, 4, 5]), row('07:00', '18:00', [6, 7])],
  [row('05:00', '23:30', [1, 2, 3, 4, 5, 6])],
  [row('08:00', '20:00', [5, 6, 7])],
  [row('22:00', '06:00')],
];

/** Days off somewhere in the world, over the whole year. */
export const HOLIDAYS = [
  '01-01',
  '01-06',
  '02-11',
  '03-08',
  '04-23',
  '05-01',
  '06-24',
  '07-14',
  '08-15',
  '09-16',
  '10-03',
  '11-01',
  '11-26',
  '12-06',
  '12-25',
  '12-31',
];

export const HOLIDAY_HOURS: readonly [NonNullable<Holiday['open']>, ...NonNullable<Holiday['open']>[]] = [
  { openTime: '08:00', closeTime: '16:00' },
  { openTime: '06:00', closeTime: '14:00' },
  { openTime: '10:00', closeTime: '01:00' },
];

export const REQUIRED_SETS: readonly [readonly RequiredInfoName[], ...(readonly RequiredInfoName[])[]] = [
  ['firstName', 'lastName', 'email', 'transportNumber'],
  ['firstName', 'lastName', 'email'],
  ['firstName', 'lastName', 'email', 'phoneNumber', 'callingCode'],
  ['firstName', 'lastName', 'transportNumber'],
  ['firstName', 'lastName', 'email', 'phoneNumber', 'callingCode', 'transportNumber'],
  ['firstName', 'lastName'],
  [],
];

export const SAMPLE_WEEKS: { daily: typeof row; allDay: HoursRow[] } = { daily: row, allDay: [row('00:00', '24:00')] };
