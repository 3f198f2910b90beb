import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createNonce } from './csp';
import { STATIC_HEADERS } from './headers';

const directivesOf = (policy: string) =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));

describe('the content security policy', () => {
  const policy = directivesOf(contentSecurityPolicy('abc', false));

  it('runs scripts by nonce only', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });

  it('takes styles by nonce only, and none from an attribute', () => {
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy.has('style-src-attr')).toBe(false);
  });

  it('lets nobody frame a page, change its base or send its forms away', () => {
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
  });

  it('names each directive once', () => {
    const names = contentSecurityPolicy('abc', false)
      .split('; ')
      .map((part) => part.split(' ')[0]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('allows unsafe things in development only', () => {
    expect(contentSecurityPolicy('abc', false)).not.toContain('unsafe');
    expect(contentSecurityPolicy('abc', true)).toContain("'unsafe-eval'");
  });
});

it('makes a nonce of 128 bits that does not repeat', () => {
  const nonces = Array.from({ length: 100 }, createNonce);
  expect(new Set(nonces).size).toBe(100);
  expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length === 16)).toBe(true);
});

it('sends each fixed header once, and asks for location and a waking screen only', () => {
  const keys = STATIC_HEADERS.map(({ key }) => key.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(
    expect.arrayContaining(['strict-transport-security', 'x-content-type-options', 'referrer-policy']),
  );
  const permissions = STATIC_HEADERS.find(({ key }) => key === 'Permissions-Policy')?.value;
  expect(permissions?.match(/[a-z-]+=\(self\)/g)).toEqual([
    'geolocation=(self)',
    'screen-wake-lock=(self)',
    'clipboard-write=(self)',
  ]);
});
