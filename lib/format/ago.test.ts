import { expect, it } from 'vitest';
import { timeAgo } from './ago';

const NOW = Date.parse('2026-11-25T14:30:00Z');

it.each([
  ['2026-11-25T14:29:31Z', 'this minute'],
  ['2026-11-25T14:29:00Z', '1 minute ago'],
  ['2026-11-25T13:31:00Z', '59 minutes ago'],
  ['2026-11-25T13:30:00Z', '1 hour ago'],
  ['2026-11-24T14:30:01Z', '23 hours ago'],
  ['2026-11-24T14:30:00Z', 'yesterday'],
  ['2026-11-20T14:30:00Z', '5 days ago'],
  ['2026-11-25T14:31:00Z', 'this minute'],
])('%s was %s', (at, text) => {
  expect(timeAgo(at, NOW, 'en')).toBe(text);
});
