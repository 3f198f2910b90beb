import { afterEach, expect, it, vi } from 'vitest';
import { isHttpsRequest } from './request-origin';

const sandbox = vi.hoisted(() => ({ isOn: false }));
vi.mock('@/lib/env', () => ({ env: () => ({ isSandbox: sandbox.isOn }) }));
afterEach(() => {
  sandbox.isOn = false;
});

const asked = (host: string, proto?: string) =>
  new Headers({ host, ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }) });

it.each([
  ['localhost:3000', undefined, false],
  ['meridian.localhost:3000', 'http', false],
  ['127.0.0.1:3000', undefined, false],
  ['[::1]:3000', undefined, false],
  ['localhost:3000', 'https', true],
  ['bank.example', 'https', true],
  ['bank.example', 'https, http', true],
  ['bank.example', undefined, true],
  ['bank.example', 'http', true],
  ['localhost.evil.example', 'http', true],
])('%s, reported as %s: the cookie is for https is %s', (host, proto, expected) => {
  expect(isHttpsRequest(asked(host, proto))).toBe(expected);
});

it('lets the sandbox be shown on plain http to a phone in the same room', () => {
  sandbox.isOn = true;
  expect(isHttpsRequest(asked('192.168.1.20:3000', 'http'))).toBe(false);
  expect(isHttpsRequest(asked('192.168.1.20:3000', 'https'))).toBe(true);
});
