import { expect, it } from 'vitest';
import { originOf } from './origin';

it.each([
  [
    'its public host, over https',
    ['localhost', 'lounges.bank.example'],
    'http://localhost:3001',
    'http://localhost:3001',
  ],
  [
    'the configured origin, where that is one of its hosts',
    ['a.example', 'b.example'],
    'https://b.example',
    'https://b.example',
  ],
  [
    'its first public host',
    ['meridian.localhost', 'lounges.bank.example', 'x.example'],
    'https://other.example',
    'https://lounges.bank.example',
  ],
  [
    'the host with its port',
    ['lounges.bank.example:8443'],
    'https://other.example',
    'https://lounges.bank.example:8443',
  ],
  [
    'a loopback host on the configured port',
    ['meridian.localhost'],
    'http://localhost:3000',
    'http://meridian.localhost:3000',
  ],
])('finds a brand under %s', (_what, hosts, appUrl, origin) => {
  expect(originOf({ hosts }, appUrl)).toBe(origin);
});
