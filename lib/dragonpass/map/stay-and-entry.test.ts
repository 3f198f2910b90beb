import { describe, expect, it } from 'vitest';
import { entryRulesOf } from './entry-rules';

const HOUR = 60;

describe('the longest stay', () => {
  it.each<[string, number]>([
    ['Max. 3hr stay', 3 * HOUR],
    ['Maximum stay - 3 hours', 3 * HOUR],
    ['Maximum stay 3 hours.', 3 * HOUR],
    ['MAXIMUM STAY: 2 HOURS', 2 * HOUR],
    ['Maximum stay of 2.5 hours', 150],
    ['Maximum 3 hour stay', 3 * HOUR],
    ['Maximum length of stay is two hours.', 2 * HOUR],
    ['Stay is limited to 2 hours.', 2 * HOUR],
    ['Lounge stays are strictly limited to a maximum of 3 hours.', 3 * HOUR],
    ['Guests may stay up to 90 minutes.', 90],
    ['You can remain in the lounge for no more than three (3) hours.', 3 * HOUR],
    ['Stays may not exceed 3hrs.', 3 * HOUR],
    ['Max stay: 1 hour 30 minutes', 90],
    ['Max. stay 1h30', 90],
    ['Maximum stay two and a half hours', 150],
    ['Stay: max. 45 min.', 45],
    ['There is a 3-hour limit.', 3 * HOUR],
    ['Maximum of 4 hours per visit', 4 * HOUR],
    ['The maximum stay in the lounge is 4 hours.', 4 * HOUR],
    ['3hr max stay', 3 * HOUR],
    ['One visit is valid for up to 3 hours.', 3 * HOUR],
    ['Maximum stay 3 hours, entry from 3 hours before departure', 3 * HOUR],
  ])('is read from “%s”', (words, minutes) => {
    expect(entryRulesOf(words).maxStay).toEqual({ minutes, words });
  });

  it.each([
    'Maximum stay applies.',
    'A maximum stay applies; ask at the desk.',
    'Entry up to 3 hours before departure.',
    'Maximum stay 3 hours before departure',
    'Maximum stay 2-3 hours',
    'Maximum stay 2 to 3 hours',
    'Maximum stay 2 hours (3 hours for business class)',
    'Maximum stay 2 hours during peak times.',
    'Maximum stay 3 hours for members of partner airlines.',
    'Maximum stay for children 2 hours.',
    'There is no maximum stay.',
    'No limit of 3 hours applies here.',
    'Minimum stay 2 hours.',
    'Shower use is limited to 20 minutes.',
    'Free Wi-Fi is limited to 2 hours.',
    'Nap pods: max. 3 hours per visit.',
    'Stays beyond 3 hours are charged at 10 EUR per hour.',
    'Extend your stay by 2 hours for a fee.',
    'Guests who stay 3 hours pay 20 EUR.',
    'Maximum stay: 3 hours for guests and 1 hour for children.',
    'Open 24 hours.',
    'Free parking for a maximum of 3 hours.',
    'The lounge is 5 minutes from gate 12.',
    'Maximum stay 400 hours',
  ])('is not claimed from “%s”', (words) => {
    expect(entryRulesOf(words).maxStay).toBeNull();
  });

  it('is not claimed when two sentences give two', () => {
    expect(entryRulesOf('Maximum stay 2 hours. Stay is limited to 3 hours.').maxStay).toBeNull();
    expect(entryRulesOf('Maximum stay 2 hours. Stay is limited to 2 hrs.').maxStay?.minutes).toBe(2 * HOUR);
  });
});

describe('how early one may come', () => {
  it.each<[string, number]>([
    ['Entry up to 3 hours before departure.', 3 * HOUR],
    ['Access is permitted 3 hours prior to scheduled flight departure.', 3 * HOUR],
    ['Admission from 2 hours before your flight', 2 * HOUR],
    ['Passengers may enter no earlier than 3 hours before departure.', 3 * HOUR],
    ['Access is not permitted more than 4 hours before departure.', 4 * HOUR],
    ['Lounge access is limited to 3 hours prior to departure', 3 * HOUR],
    ['Maximum 3 hours before departure.', 3 * HOUR],
    ['Entry is possible ninety minutes before take-off.', 90],
  ])('is read from “%s”', (words, minutes) => {
    expect(entryRulesOf(words).earliestEntry).toEqual({ minutes, words });
  });

  it.each([
    '3 hours before departure',
    'Last entry 45 minutes before departure.',
    'Entry until 1 hour before departure.',
    'Entry up to 45 minutes before departure.',
    'Guests must leave the lounge 30 minutes before departure.',
    'Please book access at least 24 hours before departure.',
    'The boarding gate closes 20 minutes before departure; no access after that.',
    'The lounge opens 3 hours before the first departure for entry.',
    'Entry 2-3 hours before departure.',
    'Entry 3 hours before departure for international and 2 hours before departure for domestic flights.',
    'No access 3 hours before departure.',
    'Entry must be made 2 hours before departure.',
    'Access is not allowed less than 3 hours before departure.',
    'Access for 3 hours.',
  ])('is not claimed from “%s”', (words) => {
    expect(entryRulesOf(words).earliestEntry).toBeNull();
  });
});
