import { expect, it } from 'vitest';
import { returnPath } from './return-path';

it.each([
  '/',
  '/passes',
  '/hubs/MAN?module=1&open=1',
  '/passes/ps_0123456789abcdefghijkl#code',
  '/?q=s%C3%A3o%20paulo',
  '/a/https://evil.example',
])('keeps %s, a path on our own origin', (path) => {
  expect(returnPath(path)).toBe(path);
});

it.each([
  ['another site', 'https://evil.example/'],
  ['another site without a scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash for the second slash', '/\\evil.example'],
  ['a backslash first', '\\/evil.example'],
  ['a backslash further on', '/a\\..\\..\\evil.example'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line break that browsers drop', '/\n/evil.example'],
  ['a header of its own', '/passes\r\nSet-Cookie: a=b'],
  ['a space in front', ' //evil.example'],
  ['a path that becomes //host once dots are taken out', '/.//evil.example'],
  ['a path that becomes //host by going up', '/a/..//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,hello'],
  ['a user name trick', 'https:evil.example'],
  ['a relative path', 'passes'],
  ['nothing', ''],
  ['an endless path', `/${'a'.repeat(3000)}`],
  ['something that is not text', ['/passes']],
  ['nothing at all', undefined],
])('leads to the start page instead of %s', (_, to) => {
  expect(returnPath(to)).toBe('/');
});

it('never answers anything that a browser takes for another origin', () => {
  for (const to of [
    '/%2f/evil.example',
    '/%5cevil.example',
    '/;//evil.example',
    '/?//evil.example',
    '/@evil.example',
  ]) {
    expect(new URL(returnPath(to), 'https://lounge.bank.example').origin).toBe('https://lounge.bank.example');
  }
});
