import type { HoursRow, RequiredInfoName } from './model';

type Words = readonly [string, ...string[]];

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

export const ENTRY_CONDITIONS: Words = [
  'Entry up to 3 hours before departure. Walking in is not guaranteed when the lounge is full. Children under 2 enter free; others use one visit each.',
  'Maximum stay 3 hours. Smart casual dress. Children must be with an adult at all times.',
  'Entry up to 4 hours before departure. Children under 5 enter free. No entry on arrival.',
  'Maximum stay 2 hours. Adults only after 20:00. Entry depends on space.',
  'A same-day boarding card is needed. Alcoholic drinks are limited to two per person and are served to adults only.',
];

export const LANE_CONDITIONS: Words = [
  'Every traveller needs a voucher. Use the lane within one hour of the booked time. Children under 2 do not need a voucher.',
  'One voucher lets one person through once. Oversized bags go to the main checkpoint.',
];

export const MEAL_CONDITIONS: Words = [
  'One visit covers one set meal. Extras are paid at the counter. No take-away.',
  'One visit covers one item. No change is given. Not to be combined with other offers.',
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
