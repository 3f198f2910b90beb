import { expect, it } from 'vitest';
import { config } from '@/proxy';

const isCovered = (path: string) => config.matcher.some((matcher) => new RegExp(`^${matcher}$`).test(path));

it.each(['/', '/passes', '/api', '/favicon.ico', '/favicon.icon', '/_next/staticky', '/_next/imagery'])(
  '%s, found or not, is a page and gets its policy',
  (path) => expect(isCovered(path)).toBe(true),
);

it.each(['/api/hubs', '/_next/static/chunks/a.js', '/_next/image'])('%s is no page', (path) =>
  expect(isCovered(path)).toBe(false),
);
