import { expect, it } from 'vitest';
import { shortHubName } from './hub-name';

it.each([
  ['London Heathrow Airport', 'London', 'Heathrow'],
  ['Dubai International Airport', 'Dubai', 'Dubai International'],
  ['Manchester Airport', 'Manchester', 'Manchester Airport'],
  ['Singapore Changi Airport', 'Singapore', 'Changi'],
  ['Hartsfield-Jackson Atlanta International Airport', 'Atlanta', 'Hartsfield-Jackson Atlanta'],
  ['Dallas/Fort Worth International Airport', 'Dallas', 'Dallas/Fort Worth'],
  ['Hong Kong West Kowloon', 'Hong Kong', 'West Kowloon'],
  ['Gare de Lyon', 'Paris', 'Gare de Lyon'],
  ['Isle of Man / Ronaldsway Airport', 'Isle of Man', 'Ronaldsway'],
  ['Singapore', 'Singapore', null],
  ['', 'Nowhere', null],
])('"%s" in %s is read as %s', (name, city, expected) => {
  expect(shortHubName(name, city)).toBe(expected);
});
